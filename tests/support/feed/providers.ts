import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProviderPage } from '../../../lib/providers/types';
import type { HttpGet, HttpGetOptions } from '../../../lib/http';
import type { Cursor } from '../../../lib/model/feed/request';
import type { ProviderId } from '../../../lib/model/more-related';

const fixtures = resolve(import.meta.dirname, '../../fixtures/providers');

/** One imitated body, as `expected.json` of its folder describes it. */
export interface ProviderFixture {
  readonly file: string;
  /** The real URL, and when it was seen. */
  readonly imitates: string;
  readonly cursor: Cursor;
  readonly expected: ProviderPage;
}

/** The imitated bodies of a provider. */
export function providerFixtures(id: ProviderId): readonly ProviderFixture[] {
  return JSON.parse(providerBody(id, 'expected.json')) as readonly ProviderFixture[]; // Written by us, in that shape.
}

/** One imitated body as text. */
export function providerBody(id: ProviderId, file: string): string {
  return readFileSync(resolve(fixtures, id, file), 'utf8');
}

/** A network that answers by the first known part of the URL, and records the requests. */
export function answeringGet(answers: Readonly<Record<string, string | Error>>): {
  readonly get: HttpGet;
  readonly asked: readonly { readonly url: string; readonly options: HttpGetOptions }[];
} {
  const asked: { url: string; options: HttpGetOptions }[] = [];
  const get: HttpGet = async (url, options) => {
    asked.push({ url, options });
    const [, answer] = Object.entries(answers).find(([part]) => url.includes(part)) ?? [];
    if (answer === undefined) throw new Error(`No answer to ${url} is given`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { get, asked };
}
