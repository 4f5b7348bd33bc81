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

/** Days that the API is asked for on a first sync, and at most after a gap: the rest is for a fill. */
const FIRST_DAYS = 7;
const MAX_GAP_DAYS = 31;
/** A paper may be listed days after it was submitted: on hold, or over a holiday. */
const LATE_DAYS = 3;

/** Papers of one window at most; no category has half as many in a month. */
const MAX_WINDOW = 20_000;

/** Items that the daily feed holds at most: the rest of a long day is cut off. */
const FEED_LIMIT = 2000;

/**
 * The arXiv categories that the reader chose: each day's feed, and the API for the days that a feed was
 * missed, and for the past.
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

  // Seen with status 200, too.
  isRefusal: (body) => /^\s*Rate exceeded/i.test(body),

  // A feed's day is known only when it is read, and a page of the API holds several.
  editionOf: () => null,

  fetchPage: async (cursor, get, signal) => {
    const url = arxivUrlOf(requireCursor(readArxivCursor(cursor)));
    return get(url, { signal, accept: 'application/rss+xml, application/atom+xml' });
  },

  // One category that the feed does not know spoils it for all: the halves find out which.
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
    const read = requireCursor(readArxivCursor(cursor));
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
          // The first page tells how many there are: asked for at once, so that the progress is known.
          read.start === 0 && records.length > 0 ? furtherPages(read, total) : [],
        );
      }
      case 'ids': {
        // Looked up one by one: they are on no list.
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

/** A full feed was cut off: each half of the categories gets a feed of its own. */
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

function requireCursor(cursor: ArxivCursor | null): ArxivCursor {
  if (cursor === null) throw new ParseError('Expected a cursor of arxiv, got another');
  return cursor;
}
