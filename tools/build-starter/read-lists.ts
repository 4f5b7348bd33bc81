import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NetworkError } from '../../lib/errors';
import type { HttpGet } from '../../lib/http';
import { addDays, type IsoDate, isWeekend, parseIsoDate, SECOND } from '../../lib/model/dates';

/** The list of one day as Hugging Face sent it. */
export interface DayList {
  readonly date: IsoDate;
  readonly items: readonly unknown[];
}

/** The recorded lists of a folder, oldest first. Errors: `Error` when there is none. */
export function readRecordedLists(dataDir: string): readonly DayList[] {
  const folder = join(dataDir, 'hf-daily');
  const lists = readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const date = parseIsoDate(name.replace(/\.json$/, ''));
      return date === null ? [] : [{ date, items: itemsOf(readFileSync(join(folder, name), 'utf8')) }];
    });
  if (lists.length === 0) throw new Error(`There are no lists YYYY-MM-DD.json in ${folder}.`);
  return lists;
}

/** The day of the first list. */
const FIRST_DAY = '2023-05-04' as IsoDate; // A day in normal form.
/** The server allows 500 requests in 5 minutes. */
const PAUSE_MS = 700;
const LIMIT = 100;
const MAX_PAGES = 10;
const TRIES = 5;

/** What we need to ask the live API. */
export interface LiveOptions {
  readonly get: HttpGet;
  readonly wait: (durationMs: number) => Promise<void>;
  readonly now: () => number;
  /** Newest day. */
  readonly today: IsoDate;
  /** @default 2023-05-04 */
  readonly first?: IsoDate;
}

/** Asks Hugging Face for all lists, newest first, one request at a time; skips days without papers. */
export async function* readLiveLists(options: LiveOptions): AsyncGenerator<DayList> {
  const { today, first = FIRST_DAY } = options;
  for (let date = today; date >= first; date = addDays(date, -1)) {
    if (isWeekend(date)) continue;
    const items = await readLiveDay(date, options);
    if (items.length > 0) yield { date, items };
  }
}

async function readLiveDay(date: IsoDate, options: LiveOptions): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const url = `https://huggingface.co/api/daily_papers?date=${date}&limit=${LIMIT}&p=${page}`;
    const found = itemsOf(await getPatiently(url, options));
    items.push(...found);
    if (found.length < LIMIT) break;
  }
  return items;
}

async function getPatiently(url: string, { get, wait, now }: LiveOptions): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    await wait(PAUSE_MS);
    try {
      return await get(url, { signal: new AbortController().signal, accept: 'application/json' });
    } catch (error) {
      if (!(error instanceof NetworkError) || attempt === TRIES) throw error;
      if (error.code === 'not-found') return '[]'; // No list that day.
      await wait(Math.max(10 * SECOND * attempt, (error.retryAtMs ?? 0) - now()));
    }
  }
}

function itemsOf(body: string): readonly unknown[] {
  const items: unknown = JSON.parse(body);
  if (!Array.isArray(items)) throw new Error('A list of daily papers is no list.');
  return items;
}
