import { NetworkError, ParseError } from '../errors';
import { DAY, HOUR, MINUTE, addDays, isoDateOf, isWeekend } from '../model/dates';
import { API_PAGE_SIZE, arxivUrlOf } from './arxiv-api-url';
import { readArxivApi } from './arxiv-atom';
import { readArxivCursor } from './arxiv-cursor';
import type { ArxivCursor } from './arxiv-cursor';
import { arxivRecord } from './arxiv-record';
import type { RawArxivRecord } from './arxiv-record';
import { readArxivFeed } from './arxiv-rss';
import { countDrops } from './drop-count';
import type { ParsedPage, PlanContext, Source } from './types';
import { parseXml } from './xml';

/** A refusal by arXiv lasts: asking sooner prolongs it. */
const BACK_OFF_MS = 10 * MINUTE;

/** How far back the API is asked for what the daily feed no longer holds. */
const MAX_AGE_MS = 7 * DAY;
const MAX_API_PAGES = 5;

/** Items that the daily feed holds at most: the rest of a long day is cut off. */
const FEED_LIMIT = 2000;

/** The outside that a source needs beyond its `get`. */
export interface ArxivConfig {
  /** Ms since epoch, for the end of a back-off. @default Date.now */
  readonly now?: () => number;
}

/** `createArxiv` with the machine's clock: the entry of the table. */
export const arxiv: Source = createArxiv();

/**
 * The arXiv categories that the reader chose: each day's feed, and the API for the days that a feed was
 * missed.
 *
 * Source: https://info.arxiv.org/help/api/tou.html (one request every 3 s over all of arXiv's interfaces)
 */
export function createArxiv({ now = Date.now }: ArxivConfig = {}): Source {
  return {
    id: 'arxiv',
    name: 'arXiv',
    homepage: 'https://arxiv.org',
    hosts: ['https://export.arxiv.org/*', 'https://rss.arxiv.org/*'],
    minIntervalMs: 3000,
    licence: 'Metadata: CC0 1.0 (https://info.arxiv.org/help/api/tou.html)',

    plan(context) {
      const { categories } = context;
      if (categories.length === 0) return [];
      const feed: ArxivCursor = { kind: 'feed', categories };
      return hasGap(context) ? [feed, ...categories.map((category) => recentCursor(category, 0))] : [feed];
    },

    // A feed's day is known only when it is read, and a page of the API holds several.
    editionOf: () => null,

    fetchPage: async (cursor, get, signal) => {
      const url = arxivUrlOf(requireCursor(readArxivCursor(cursor)));
      const body = await get(url, { signal, accept: 'application/rss+xml, application/atom+xml' }).catch(
        (error: unknown) => {
          throw withBackOff(error, now() + BACK_OFF_MS);
        },
      );
      // Also seen with status 200.
      if (/^\s*Rate exceeded/i.test(body)) {
        throw new NetworkError('rate-limited', `Rate exceeded at ${url}`, { retryAtMs: now() + BACK_OFF_MS });
      }
      return body;
    },

    // One category that the feed does not know spoils it for all: the halves find out which.
    fallback(cursor) {
      const read = readArxivCursor(cursor);
      if (read?.kind !== 'feed') return [];
      const [category] = read.categories;
      if (read.categories.length > 1 || category === undefined) return halves(read.categories);
      return [recentCursor(category, 0)];
    },

    parse(raw, cursor, context) {
      if (typeof raw !== 'string') throw new ParseError(`Expected XML, got ${typeof raw}`);
      const read = requireCursor(readArxivCursor(cursor));
      const document = parseXml(raw);
      switch (read.kind) {
        case 'feed': {
          const items = readArxivFeed(document);
          return page(items, items.length >= FEED_LIMIT ? halves(read.categories) : []);
        }
        case 'recent': {
          const { records, total } = readArxivApi(document);
          return page(records, nextRecent(read, records, total, context));
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
}

function page(items: readonly RawArxivRecord[], next: readonly ArxivCursor[]): ParsedPage {
  const outcomes = items.map(arxivRecord);
  return {
    records: outcomes.flatMap((outcome) => ('record' in outcome ? [outcome.record] : [])),
    dropped: countDrops(outcomes.flatMap((outcome) => ('drop' in outcome ? [outcome.drop] : []))),
    next,
  };
}

function recentCursor(category: string, start: number): ArxivCursor {
  return { kind: 'recent', category, start };
}

/** A full feed was cut off: each half of the categories gets a feed of its own. */
function halves(categories: readonly string[]): readonly ArxivCursor[] {
  const middle = Math.ceil(categories.length / 2);
  const parts = [categories.slice(0, middle), categories.slice(middle)];
  return categories.length < 2 ? [] : parts.map((part) => ({ kind: 'feed', categories: part }));
}

function nextRecent(
  { category, start }: ArxivCursor & { readonly kind: 'recent' },
  records: readonly RawArxivRecord[],
  total: number,
  { nowMs }: PlanContext,
): readonly ArxivCursor[] {
  const next = start + API_PAGE_SIZE;
  const oldest = records.at(-1)?.publishedOn;
  const isOld = oldest === undefined || oldest < isoDateOf(nowMs - MAX_AGE_MS);
  return isOld || next >= total || next >= MAX_API_PAGES * API_PAGE_SIZE
    ? []
    : [recentCursor(category, next)];
}

/** True when a weekday's feed came and went since the last sync, or there was none. */
function hasGap({ nowMs, lastSuccessAtMs }: PlanContext): boolean {
  if (lastSuccessAtMs === undefined) return true;
  const today = feedDay(nowMs);
  for (let day = addDays(feedDay(lastSuccessAtMs), 1); day < today; day = addDays(day, 1)) {
    if (!isWeekend(day)) return true;
  }
  return false;
}

/** The day whose feed is out: it comes at midnight in New York, 04:00 or 05:00 UTC. */
function feedDay(timeMs: number) {
  return isoDateOf(timeMs - 5 * HOUR);
}

function withBackOff(error: unknown, earliestMs: number): unknown {
  if (!(error instanceof NetworkError) || error.code !== 'rate-limited') return error;
  const retryAtMs = Math.max(error.retryAtMs ?? 0, earliestMs);
  return new NetworkError('rate-limited', error.message, { cause: error, retryAtMs });
}

function requireCursor(cursor: ArxivCursor | null): ArxivCursor {
  if (cursor === null) throw new ParseError('Expected a cursor of arxiv, got another');
  return cursor;
}
