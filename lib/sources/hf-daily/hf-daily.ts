import { ParseError } from '../../errors';
import { addDays, isoDateOf, isWeekend } from '../../model/dates';
import type { IsoDate } from '../../model/dates';
import { countDrops } from '../drop-count';
import { MAX_PAGES, dayCursor, readHfCursor } from './cursor';
import type { HfCursor } from './cursor';
import { readHfRecord } from './record';
import type { PlanContext, Source, SourceRecord } from '../types';

const API_URL = 'https://huggingface.co/api/daily_papers';

/** What is asked for per page; and the default of a server that ignores it, which makes a page full. */
const LIMIT = 100;
const FULL_PAGE = 50;

/**
 * Hugging Face Daily Papers.
 *
 * A sync first asks for the latest papers whatever their day, which shows the newest day; then for each day
 * from there back, and for what is trending. The recorded days hold 1 to 50 papers, so one request a day is
 * the rule. Weeks and months are not asked for: they are made of their days.
 *
 * Source: https://huggingface.co/docs/hub/api, and 520 days of responses recorded 2024 to 2026.
 */
export const hfDaily: Source = {
  id: 'hf-daily',
  name: 'Hugging Face Daily Papers',
  homepage: 'https://huggingface.co/papers',
  hosts: ['https://huggingface.co/*'],
  minIntervalMs: 250, // 500 requests in 5 minutes are allowed without a key; a sync of 30 days asks 25.
  licence: 'Shown on huggingface.co/papers; titles and abstracts are arXiv metadata (CC0 1.0)',

  plan: () => [{ kind: 'latest' }, { kind: 'trending' }],

  planPast: ({ from, to }) => weekdays(from, to),

  newestOf: (cursor) => hfDaily.editionOf(cursor),

  isOptional: ({ kind }) => kind === 'trending',

  editionOf(cursor) {
    const read = readHfCursor(cursor);
    return read?.kind === 'day' ? read.date : null;
  },

  fetchPage: async (cursor, get, signal) => {
    const url = urlOf(requireCursor(readHfCursor(cursor)));
    return readJson(await get(url, { signal, accept: 'application/json' }));
  },

  fallback: (cursor, context) =>
    cursor.kind === 'latest' ? daysBack(isoDateOf(context.nowMs), context) : [],

  parse(raw, cursor, context) {
    if (!Array.isArray(raw)) throw new ParseError(`Expected a list of daily papers, got ${kindOf(raw)}`);
    const read = requireCursor(readHfCursor(cursor));
    const outcomes = raw.map(readHfRecord);
    const found = outcomes.flatMap((outcome) => ('record' in outcome ? [outcome.record] : []));
    const dropped = countDrops(outcomes.flatMap((outcome) => ('drop' in outcome ? [outcome.drop] : [])));
    switch (read.kind) {
      case 'latest': {
        const records = distinct(found).map((record) => withoutFuture(record, context));
        return { records, dropped, next: daysSeen(records, context) };
      }
      case 'trending':
        // A ranking holds single papers of many days: they make no edition.
        return { records: distinct(found).map(withoutEdition), dropped, next: [], isRanking: true };
      case 'day': {
        const records = distinct(found).map((record) => ({ ...record, edition: read.date }));
        const next = nextPage(read, raw.length, records);
        const isWhole = read.page === 0 && next.length === 0;
        return { records, dropped, next, ...(isWhole && { isWhole }) };
      }
    }
  },
};

function urlOf(cursor: HfCursor): string {
  if (cursor.kind === 'latest') return `${API_URL}?limit=${LIMIT}`;
  if (cursor.kind === 'trending') return `${API_URL}?sort=trending&limit=${LIMIT}`;
  const page = cursor.page === 0 ? '' : `&p=${cursor.page}`;
  return `${API_URL}?date=${cursor.date}&limit=${LIMIT}${page}`;
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ParseError(
      `Expected JSON, got ${body.trimStart().startsWith('<') ? 'HTML' : 'a broken text'}`,
      {
        cause: error,
      },
    );
  }
}

/** A server that ignores `p` sends the same page again: only a page with new papers is followed by another. */
function nextPage(
  cursor: HfCursor & { readonly kind: 'day' },
  length: number,
  records: readonly SourceRecord[],
): readonly HfCursor[] {
  const seen = new Set([...cursor.seen, ...records.map(({ link }) => link)]);
  const isLast = length < FULL_PAGE || seen.size === cursor.seen.length || cursor.page + 1 >= MAX_PAGES;
  return isLast ? [] : [{ ...cursor, page: cursor.page + 1, seen: [...seen] }];
}

/** The days to ask for, from the newest among the records. */
function daysSeen(records: readonly SourceRecord[], context: PlanContext): readonly HfCursor[] {
  const days = records.flatMap(({ edition }) => (edition === undefined ? [] : [edition]));
  return daysBack(days.toSorted().at(-1) ?? isoDateOf(context.nowMs), context);
}

/** A list of a day to come is a mistake, and would be the newest for ever: its paper is on no list. */
function withoutFuture(record: SourceRecord, { nowMs }: PlanContext): SourceRecord {
  const { edition, ...listless } = record;
  return edition !== undefined && edition > addDays(isoDateOf(nowMs), 1) ? listless : record;
}

function withoutEdition({ edition: _, ...record }: SourceRecord): SourceRecord {
  return record;
}

/** The weekdays of the last days, newest first; and the newest itself, should it be on a weekend after all. */
function daysBack(newest: IsoDate, { historyDays }: PlanContext): readonly HfCursor[] {
  const days = weekdays(addDays(newest, 1 - historyDays), newest);
  return isWeekend(newest) ? [dayCursor(newest), ...days] : days;
}

/** One request for each weekday, newest first. */
function weekdays(from: IsoDate, to: IsoDate): readonly HfCursor[] {
  const days: HfCursor[] = [];
  for (let date = to; date >= from; date = addDays(date, -1)) {
    if (!isWeekend(date)) days.push(dayCursor(date));
  }
  return days;
}

/** Each paper once, at its first place. */
function distinct(records: readonly SourceRecord[]): readonly SourceRecord[] {
  const seen = new Set<string>();
  return records.filter(({ link }) => !seen.has(link) && seen.add(link));
}

function requireCursor(cursor: HfCursor | null): HfCursor {
  if (cursor === null) throw new ParseError('Expected a cursor of hf-daily, got another');
  return cursor;
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
