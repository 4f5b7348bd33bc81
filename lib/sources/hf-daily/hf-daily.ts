import * as v from 'valibot';
import { ParseError } from '../../errors';
import { isoDay, readJson } from '../../parse';
import { addDays, isoDateOf, isWeekend, type IsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';
import { partOutcomes } from '../outcome';
import type { PlanContext, Source, SourceRecord } from '../types';
import { HF_DAILY } from './about';
import { readHfRecord } from './record';

const API_URL = 'https://huggingface.co/api';
/** Papers to ask for per page. */
const LIMIT = 100;
/** A page with this many papers is full: the default of a server that ignores our limit. */
const FULL_PAGE = 50;
/** Pages of one day at most: 500 papers, ten times the fullest day recorded. */
const MAX_PAGES = 10;

const CURSOR = v.variant('kind', [
  v.object({ kind: v.literal('latest') }),
  v.object({ kind: v.literal('trending') }),
  v.object({
    kind: v.literal('day'),
    date: isoDay,
    page: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Links of the papers on the day's earlier pages. */
    seen: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  }),
]);

/** One request to the daily papers. */
type HfCursor = v.InferOutput<typeof CURSOR>;

/**
 * Hugging Face Daily Papers.
 *
 * A sync first asks for the latest papers of any day, which tells the newest day, then for each day back from
 * there, and for what is trending. The recorded days hold 1 to 50 papers, so a day usually takes one request.
 * Weeks and months are made of their days.
 *
 * Source: https://huggingface.co/docs/hub/api, and 520 days of responses recorded 2024 to 2026.
 */
export const hfDaily: Source = {
  ...HF_DAILY,

  plan: () => [{ kind: 'latest' }, { kind: 'trending' }],

  planPast: ({ from, to }) => weekdays(from, to),

  newestOf: (cursor) => hfDaily.editionOf(cursor),

  isOptional: ({ kind }) => kind === 'trending',

  editionOf(cursor) {
    const read = readHfCursor(cursor);
    return read?.kind === 'day' ? read.date : null;
  },

  fetchPage: async (cursor, get, signal) => {
    const url = hfUrlOf(requireCursor(cursor));
    return readJson(await get(url, { signal, accept: 'application/json' }));
  },

  async fetchPaper({ arxiv }, get, signal) {
    if (arxiv === undefined) return null;
    const raw = readJson(await get(hfPaperUrl(arxiv), { signal, accept: 'application/json' }));
    const outcome = readHfRecord({ paper: raw }); // As a list has it.
    if ('drop' in outcome) throw new ParseError(`Expected a paper, got one that is ${outcome.drop}`);
    return outcome.record.paper;
  },

  fallback: (cursor, context) =>
    cursor.kind === 'latest' ? daysBack(isoDateOf(context.nowMs), context) : [],

  parse(raw, cursor, context) {
    if (!Array.isArray(raw)) throw new ParseError(`Expected a list of daily papers, got ${kindOf(raw)}`);
    const read = requireCursor(cursor);
    const { records: found, dropped } = partOutcomes(raw.map(readHfRecord));
    switch (read.kind) {
      case 'latest': {
        const records = distinct(found).map((record) => withoutFuture(record, context));
        return { records, dropped, next: daysSeen(records, context) };
      }
      case 'trending':
        // A ranking holds single papers of many days, which are no edition.
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

/** The page after this one. A server that ignores `p` repeats itself, so we go on only after new papers. */
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

/** A list dated in the future is a mistake, and would stay the newest: we take its papers off it. */
function withoutFuture(record: SourceRecord, { nowMs }: PlanContext): SourceRecord {
  const { edition, ...listless } = record;
  return edition !== undefined && edition > addDays(isoDateOf(nowMs), 1) ? listless : record;
}

function withoutEdition({ edition: _, ...record }: SourceRecord): SourceRecord {
  return record;
}

/** The last weekdays, newest first, and the newest day itself even if it is on a weekend. */
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

/** Each paper once, at its first position. */
function distinct(records: readonly SourceRecord[]): readonly SourceRecord[] {
  const seen = new Set<string>();
  return records.filter(({ link }) => !seen.has(link) && seen.add(link));
}

function requireCursor(cursor: Cursor): HfCursor {
  const read = readHfCursor(cursor);
  if (read === null) throw new ParseError('Expected a cursor of hf-daily, got another');
  return read;
}

/** Reads a stored cursor; null for a cursor of another source or of an older version. */
function readHfCursor(cursor: Cursor): HfCursor | null {
  const read = v.safeParse(CURSOR, cursor);
  return read.success ? read.output : null;
}

/** The first page of a day. */
export function dayCursor(date: IsoDate): HfCursor {
  return { kind: 'day', date, page: 0, seen: [] };
}

/** The URL that a cursor stands for. */
function hfUrlOf(cursor: HfCursor): string {
  const lists = `${API_URL}/daily_papers`;
  if (cursor.kind === 'latest') return `${lists}?limit=${LIMIT}`;
  if (cursor.kind === 'trending') return `${lists}?sort=trending&limit=${LIMIT}`;
  const page = cursor.page === 0 ? '' : `&p=${cursor.page}`;
  return `${lists}?date=${cursor.date}&limit=${LIMIT}${page}`;
}

/** The URL of one paper's record. */
function hfPaperUrl(id: string): string {
  return `${API_URL}/papers/${id.split('/').map(encodeURIComponent).join('/')}`;
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
