import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from './responses';
import type { ReplayResponse } from './types';

/** One line of `pages/index.jsonl`, as far as it is needed here. */
interface PageLine {
  readonly url: string | null;
  readonly file?: string | null;
  readonly httpStatus?: number;
}

/**
 * Looks recorded pages up by URL; nothing is found when the folder is missing.
 *
 * Where a page was recorded several times, the first line of the index counts.
 */
export function recordedPages(dir: string): (url: string) => ReplayResponse | null {
  const index = join(dir, 'index.jsonl');
  if (!existsSync(index)) return () => null;
  const files = new Map<string, { readonly path: string; readonly status: number }>();
  for (const line of readFileSync(index, 'utf8').split('\n').filter(Boolean)) {
    const { url, file, httpStatus } = JSON.parse(line) as PageLine; // Written with the recordings; a wrong line fails below.
    if (url === null || file === undefined || file === null || files.has(normal(url))) continue;
    files.set(normal(url), { path: join(dir, file), status: httpStatus ?? 200 });
  }
  return (url) => {
    const found = files.get(normal(url));
    return found === undefined ? null : html(readFileSync(found.path, 'utf8'), found.status);
  };
}

function normal(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}
