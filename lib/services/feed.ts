import { countPapers, editionDates, findEdition, papersByKeys } from '../db/feed';
import { findJob } from '../db/jobs';
import type { OpenDatabase } from '../db/open';
import type { SeenAt } from '../db/seen';
import { compact } from '../model/compact';
import type { IsoDate } from '../model/dates';
import type { EditionView, FeedItem, FeedStatus, SourceStatus } from '../model/feed';
import type { Paper, SourceId } from '../model/paper';
import type { Source } from '../sources/types';
import type { FeedIndex } from './feed-index';
import type { ReadingListService } from './reading-list';
import type { RelatedService } from './related';

export interface FeedServiceOptions {
  readonly open: OpenDatabase;
  readonly sources: readonly Source[];
  readonly related: Pick<RelatedService, 'search'>;
  readonly index: Pick<FeedIndex, 'clear'>;
  readonly readingList: ReadingListService;
  readonly seenAt: SeenAt;
}

export type FeedService = ReturnType<typeof createFeedService>;

/** Lists, search and state of the cached feed. */
export function createFeedService(options: FeedServiceOptions) {
  const { open, sources, related, index, readingList, seenAt } = options;

  async function toItems(papers: readonly Paper[]): Promise<readonly FeedItem[]> {
    const [stateOf, seenAtMs] = await Promise.all([readingList.states(), seenAt.read()]);
    return papers.map((paper) =>
      compact({ paper, isNew: seenAtMs !== null && paper.addedAtMs > seenAtMs, saved: stateOf(paper) }),
    );
  }

  async function statusOf({ id, name }: Source): Promise<SourceStatus> {
    const database = await open();
    const [job, papers] = await Promise.all([findJob(database, id), countPapers(database, id)]);
    return compact({
      source: id,
      name,
      state: job?.state ?? { kind: 'off' as const },
      lastSuccessAtMs: job?.lastSuccessAtMs,
      papers,
      dropped: job?.dropped ?? [],
      history: [],
    });
  }

  return {
    /** The edition of a day, the newest without one; null when none is cached. */
    async edition(source: SourceId, date?: IsoDate): Promise<EditionView | null> {
      const database = await open();
      const found = await findEdition(database, source, date);
      if (found === null) return null;
      const papers = await papersByKeys(database, found.edition.papers);
      return compact({
        source,
        span: 'day' as const,
        date: found.edition.date,
        fetchedAtMs: found.edition.fetchedAtMs,
        previous: found.previous,
        next: found.next,
        papers: await toItems(papers),
      });
    },

    async search(text: string, limit: number): Promise<readonly FeedItem[]> {
      return toItems(await related.search(text, limit));
    },

    async status(): Promise<FeedStatus> {
      const database = await open();
      const [statuses, papers, newest] = await Promise.all([
        Promise.all(sources.map(statusOf)),
        countPapers(database),
        Promise.all(
          sources.map(async ({ id }) => ({ source: id, date: (await editionDates(database, id)).at(-1) })),
        ),
      ]);
      const [newestEdition] = newest
        .flatMap(({ source, date }) => (date === undefined ? [] : [{ source, date }]))
        .toSorted((a, b) => b.date.localeCompare(a.date));
      return compact({ sources: statuses, papers, newestEdition });
    },

    /** Forgets the cached feed. The reading list has its own copies. */
    async clear(): Promise<void> {
      await index.clear();
    },
  };
}
