import { ParseError } from '../../errors';
import { addDays, isoDateOf, isWeekend, type IsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';
import { partOutcomes } from '../outcome';
import type { ParsedPage, PlanContext, Source } from '../types';
import { parseXml } from '../xml';
import { ARXIV } from './about';
import { readArxivApi } from './atom';
import { feedDay, quietUntilMs, usefulAtMs } from './calendar';
import { usualPapersPerList } from './categories';
import { arxivRecord, type RawArxivRecord } from './record';
import { API_PAGE_SIZE, type ArxivCursor, arxivUrlOf, readArxivCursor } from './request';
import { readArxivFeed } from './rss';

/** Days to ask the API for on a first sync, and at most after a gap. A fill fetches the rest. */
const FIRST_DAYS = 7;
const MAX_GAP_DAYS = 31;
/** A hold or a holiday may delay the listing of a paper by days. */
const LATE_DAYS = 3;

/** Most papers of one window. No category has half as many in a month. */
const MAX_WINDOW = 20_000;

/** The daily feed holds at most this many items, and cuts off the rest of a long day. */
const FEED_LIMIT = 2000;

/**
 * The arXiv categories that the reader chose: the feed of each day, and the API for days whose feed was
 * missed and for the past.
 *
 * Source: https://info.arxiv.org/help/api/tou.html (one request every 3 s over all of arXiv's interfaces)
 */
export const arxiv: Source = {
  ...ARXIV,

  plan(context) {
    const { fields, nowMs } = context;
    if (fields.length === 0) return [];
    const feed: ArxivCursor = { kind: 'feed', categories: fields };
    const missed = missedSince(context);
    if (missed === null) return [feed];
    return [feed, ...fields.map((category) => windowCursor(category, missed, isoDateOf(nowMs)))];
  },

  planPast: ({ from, to, field = '' }) => monthsBack(from, to, field),

  fillCost: { papersPerRequest: API_PAGE_SIZE, usualPapersPerList },

  newestOf(cursor) {
    const read = readArxivCursor(cursor);
    return read?.kind === 'window' ? read.to : null;
  },

  quietUntilMs,

  usefulAtMs,

  // Comes with status 200 too.
  isRefusal: (body) => /^\s*Rate exceeded/i.test(body),

  // Only reading a feed tells its day, and a page of the API holds several days.
  editionOf: () => null,

  fetchPage: async (cursor, get, signal) => {
    const url = arxivUrlOf(requireCursor(cursor));
    return get(url, { signal, accept: 'application/rss+xml, application/atom+xml' });
  },

  // One unknown category makes the whole feed fail. Halving the list finds it.
  fallback(cursor, { nowMs }) {
    const read = readArxivCursor(cursor);
    if (read?.kind !== 'feed') return [];
    const [category] = read.categories;
    if (read.categories.length > 1 || category === undefined) return halves(read.categories);
    const today = isoDateOf(nowMs);
    return [windowCursor(category, addDays(today, -FIRST_DAYS), today)];
  },

  parse(raw, cursor) {
    if (typeof raw !== 'string') throw new ParseError(`Expected XML, got ${typeof raw}`);
    const read = requireCursor(cursor);
    const document = parseXml(raw);
    switch (read.kind) {
      case 'feed': {
        const items = readArxivFeed(document);
        return page(items, items.length >= FEED_LIMIT ? halves(read.categories) : []);
      }
      case 'window': {
        const { records, total } = readArxivApi(document);
        return page(
          records.map((record) => ({ ...record, announced: announcedIn(read.category, record) })),
          // The first page tells how many there are. We queue all at once, so that the progress is known.
          read.start === 0 && records.length > 0 ? furtherPages(read, total) : [],
        );
      }
      case 'ids': {
        // Papers looked up by id are on no list.
        const { records } = readArxivApi(document);
        return page(
          records.map((record) => ({ ...record, edition: undefined })),
          [],
        );
      }
    }
  },
};

function page(items: readonly RawArxivRecord[], next: readonly ArxivCursor[]): ParsedPage {
  return { ...partOutcomes(items.map(arxivRecord)), next };
}

function announcedIn(category: string, { categories: [primary] }: RawArxivRecord) {
  return primary === undefined || primary === category ? undefined : ('cross' as const);
}

function windowCursor(category: string, from: IsoDate, to: IsoDate): ArxivCursor {
  return { kind: 'window', category, from, to, start: 0 };
}

function furtherPages(
  window: ArxivCursor & { readonly kind: 'window' },
  total: number,
): readonly ArxivCursor[] {
  const pages: ArxivCursor[] = [];
  for (let start = API_PAGE_SIZE; start < Math.min(total, MAX_WINDOW); start += API_PAGE_SIZE) {
    pages.push({ ...window, start });
  }
  return pages;
}

/** One window per calendar month, newest first: pages deep in a long list are slow, and often fail. */
function monthsBack(from: IsoDate, to: IsoDate, category: string): readonly Cursor[] {
  const windows: ArxivCursor[] = [];
  for (let last = to; last >= from;) {
    const first = isoDateOf(Date.parse(`${last.slice(0, 7)}-01`));
    windows.push(windowCursor(category, first < from ? from : first, last));
    last = addDays(first, -1);
  }
  return windows;
}

/** Two feeds with half of the categories each; none for a single category. */
function halves(categories: readonly string[]): readonly ArxivCursor[] {
  const middle = Math.ceil(categories.length / 2);
  const parts = [categories.slice(0, middle), categories.slice(middle)];
  return categories.length < 2 ? [] : parts.map((part) => ({ kind: 'feed', categories: part }));
}

/**
 * The day from which papers may have been missed: null when no weekday's feed came and went since the last
 * sync.
 */
function missedSince({ nowMs, lastSuccessAtMs }: PlanContext): IsoDate | null {
  const today = isoDateOf(nowMs);
  if (lastSuccessAtMs === undefined) return addDays(today, -FIRST_DAYS);
  for (let day = addDays(feedDay(lastSuccessAtMs), 1); day < feedDay(nowMs); day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    const since = addDays(isoDateOf(lastSuccessAtMs), -LATE_DAYS);
    const earliest = addDays(today, -MAX_GAP_DAYS);
    return since < earliest ? earliest : since;
  }
  return null;
}

function requireCursor(cursor: Cursor): ArxivCursor {
  const read = readArxivCursor(cursor);
  if (read === null) throw new ParseError('Expected a cursor of arxiv, got another');
  return read;
}
