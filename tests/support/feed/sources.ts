import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HttpGet } from '../../../lib/http';
import type { Cursor } from '../../../lib/model/feed/request';
import type { SourceId } from '../../../lib/model/paper/paper';
import type { ParsedPage, PlanContext } from '../../../lib/sources/types';

const fixtures = resolve(import.meta.dirname, '../../fixtures/sources');

/** One imitated body, as `expected.json` of its folder describes it. */
export interface SourceFixture {
  readonly file: string;
  readonly cursor: Cursor;
  readonly context: PlanContext;
  readonly expected: ParsedPage;
}

/** The imitated bodies of a source. */
export function sourceFixtures(id: SourceId): readonly SourceFixture[] {
  return JSON.parse(sourceBody(id, 'expected.json')) as readonly SourceFixture[]; // Written by us, in that shape.
}

/** One imitated body as text. */
export function sourceBody(id: SourceId, file: string): string {
  return readFileSync(resolve(fixtures, id, file), 'utf8');
}

/** A context with nothing chosen, for `overrides` to say what matters. */
export function planContext(overrides: Partial<PlanContext> = {}): PlanContext {
  return { nowMs: Date.parse('2026-06-10T12:00:00Z'), fields: [], historyDays: 5, ...overrides };
}

/** A network that answers everything with one body, or fails, and remembers what it was asked. */
export function fakeGet(answer: string | Error): { readonly get: HttpGet; readonly urls: readonly string[] } {
  const urls: string[] = [];
  const get: HttpGet = async (url) => {
    urls.push(url);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { get, urls };
}
