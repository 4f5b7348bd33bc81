import { editionsOf, findEdition, findRanking, nearestEdition } from '../../db/editions';
import { papersByKeys } from '../../db/feed';
import type { Database, OpenDatabase } from '../../db/open';
import type { SeenAt } from '../../db/popup';
import { compact } from '../../model/compact';
import { addDays, type IsoDate, isoDateOf } from '../../model/dates';
import type { Announcement, Edition } from '../../model/feed/edition';
import { type EditionSpan, type EditionView, type FeedItem, spanAround } from '../../model/feed/lists';
import { isNewSince } from '../../model/feed/visit';
import type { Paper, PaperKey, SourceId } from '../../model/paper/paper';
import { risingRate } from '../../model/paper/counts';

/** Papers of one ranking. */
const RANKED = 50;
/** Days that a ranking by growth covers: older papers gain no more upvotes. */
const RISING_DAYS = 14;

export interface FeedListsOptions {
  readonly open: OpenDatabase;
  readonly seenAt: SeenAt;
  readonly now: () => number;
}

/** Which list is wanted. */
export interface ListRequest {
  readonly source: SourceId;
  /** @default 'day' */
  readonly span?: EditionSpan;
  /** @default the newest */
  readonly date?: IsoDate;
}

export type FeedLists = ReturnType<typeof createFeedLists>;

/** What a list says about a paper, beside the paper itself. */
type Marks = Pick<FeedItem, 'announced' | 'isUnlisted'>;

/** The cached lists: days, weeks, months and rankings. Asks no server. */
export function createFeedLists({ open, seenAt, now }: FeedListsOptions) {
  async function toItems(
    papers: readonly Paper[],
    marksOf: (key: PaperKey) => Partial<Marks> = () => ({}),
  ): Promise<readonly FeedItem[]> {
    const look = await seenAt.read();
    return papers.map((paper) => {
      const marks = marksOf(paper.key);
      const isNew = look !== null && marks.announced !== 'replaced' && isNewSince(paper, look.atMs);
      return { paper, isNew, ...marks };
    });
  }

  async function dayView(database: Database, { source, date }: ListRequest): Promise<EditionView | null> {
    const edition =
      date === undefined
        ? await nearestEdition(database, source, 'prev')
        : await findEdition(database, source, date);
    if (edition === undefined) return null;
    const [previous, next] = await neighbours(database, source, edition.date, edition.date);
    const { papers, cross = [], replaced = [], unlisted = [], fetchedAtMs } = edition;
    const marks = new Map<PaperKey, Partial<Marks>>();
    const announce = (keys: readonly PaperKey[], announced: Announcement): void => {
      for (const key of keys) marks.set(key, { announced });
    };
    announce(cross, 'cross');
    announce(replaced, 'replaced');
    for (const key of unlisted) marks.set(key, { ...marks.get(key), isUnlisted: true });
    const cached = await papersByKeys(database, [...papers, ...replaced]);
    const items = await toItems(cached, (key) => marks.get(key) ?? {});
    return compact({
      source,
      span: 'day' as const,
      date: edition.date,
      fetchedAtMs,
      previous,
      next,
      papers: items,
    });
  }

  async function spanView(
    database: Database,
    source: SourceId,
    span: 'month' | 'week',
    date: IsoDate | undefined,
  ): Promise<EditionView | null> {
    const day = date ?? (await nearestEdition(database, source, 'prev'))?.date; // Undefined in an empty feed.
    if (day === undefined) return null;
    const { from, to } = spanAround(span, day);
    const editions = await editionsOf(database, source, from, to);
    const papers = await papersOfAll(database, editions);
    if (papers.length === 0) return null;
    const [previous, next] = await neighbours(database, source, from, to);
    const fetchedAtMs = Math.min(...editions.map((edition) => edition.fetchedAtMs));
    const items = await toItems(papers.toSorted((a, b) => (b.upvotes ?? 0) - (a.upvotes ?? 0)));
    return compact({ source, span, date: from, fetchedAtMs, previous, next, papers: items });
  }

  async function rankingView(database: Database, source: SourceId): Promise<EditionView | null> {
    const ranking = await findRanking(database, source);
    if (ranking === undefined) return null;
    const { fetchedAtMs } = ranking;
    const papers = await toItems(await papersByKeys(database, ranking.papers.slice(0, RANKED)));
    return { source, span: 'trending', date: isoDateOf(fetchedAtMs), fetchedAtMs, papers };
  }

  async function risingView(database: Database, source: SourceId): Promise<EditionView | null> {
    const newest = await nearestEdition(database, source, 'prev');
    if (newest === undefined) return null;
    const editions = await editionsOf(database, source, addDays(newest.date, -RISING_DAYS));
    const rated = (await papersOfAll(database, editions))
      .map((paper) => ({ paper, rate: risingRate(paper, now()) }))
      .filter(({ rate }) => rate > 0)
      .toSorted((a, b) => b.rate - a.rate)
      .slice(0, RANKED);
    if (rated.length === 0) return null;
    const papers = await toItems(rated.map(({ paper }) => paper));
    return { source, span: 'rising', date: newest.date, fetchedAtMs: newest.fetchedAtMs, papers };
  }

  return {
    toItems,

    /** A list; null when nothing of it is cached. */
    async edition(request: ListRequest): Promise<EditionView | null> {
      const { source, span = 'day', date } = request;
      const database = await open();
      switch (span) {
        case 'day':
          return dayView(database, request);
        case 'month':
        case 'week':
          return spanView(database, source, span, date);
        case 'trending':
          return rankingView(database, source);
        case 'rising':
          return risingView(database, source);
      }
    },
  };
}

/** Days of the nearest editions before and after a span. */
async function neighbours(
  database: Database,
  source: SourceId,
  from: IsoDate,
  to: IsoDate,
): Promise<readonly (IsoDate | undefined)[]> {
  const found = await Promise.all([
    nearestEdition(database, source, 'prev', from),
    nearestEdition(database, source, 'next', to),
  ]);
  return found.map((edition) => edition?.date); // Undefined at either end.
}

/** Every paper of some editions, once. Replacements do not count as papers of a day. */
function papersOfAll(database: Database, editions: readonly Edition[]): Promise<readonly Paper[]> {
  return papersByKeys(database, [...new Set(editions.flatMap(({ papers }) => papers))]);
}
