import { nearestEdition } from '../../db/editions';
import { jobsOf } from '../../db/sync';
import { findStarter } from '../../db/starter';
import type { OpenDatabase } from '../../db/open';
import type { Paper } from '../../model/paper/paper';
import type { SeenAt } from '../../db/popup';
import { countPapers } from '../../db/transactions';
import { compact } from '../../model/compact';
import type { EditionView, FeedItem, SinceView } from '../../model/feed/lists';
import type { FeedStatus, SourceStatus } from '../../model/feed/status';
import { nextVisit } from '../../model/feed/visit';
import { STARTER_SOURCE } from '../../sources/descriptions';
import type { Source } from '../../sources/types';
import { createFeedLists, type ListRequest } from './feed-lists';
import { papersSince } from './feed-since';
import { historyStatus } from '../sync/plan';
import type { RelatedService } from '../pages/related';

export interface FeedServiceOptions {
  readonly open: OpenDatabase;
  readonly sources: readonly Source[];
  readonly related: Pick<RelatedService, 'search'>;
  readonly seenAt: SeenAt;
  /** Called after each visit: other papers are new now. */
  readonly onVisit: () => void;
  readonly now: () => number;
}

export type FeedService = ReturnType<typeof createFeedService>;

/** Lists, search and state of the cached feed. */
export function createFeedService(options: FeedServiceOptions) {
  const { open, sources, related, seenAt, now } = options;
  const lists = createFeedLists(options);

  async function statusOf(source: Source): Promise<SourceStatus> {
    const database = await open();
    const [jobs, papers] = await Promise.all([jobsOf(database, source.id), countPapers(database, source.id)]);
    const daily = jobs.find(({ id }) => id === source.id);
    return compact({
      source: source.id,
      name: source.name,
      state: daily?.state ?? { kind: 'off' as const },
      lastSuccessAtMs: daily?.lastSuccessAtMs,
      papers,
      dropped: daily?.dropped ?? [],
      history: jobs.flatMap((job) => historyStatus(job, source) ?? []),
    });
  }

  return {
    edition: (request: ListRequest): Promise<EditionView | null> => lists.edition(request),

    /** What came in since the reader's last visit. */
    since: (): Promise<SinceView> => papersSince({ ...options, toItems: (papers) => lists.toItems(papers) }),

    async search(text: string, limit: number): Promise<readonly FeedItem[]> {
      return lists.toItems(await related.search(text, limit));
    },

    async status(): Promise<FeedStatus> {
      const database = await open();
      const [statuses, papers, starter, newest] = await Promise.all([
        Promise.all(sources.map(statusOf)),
        countPapers(database),
        findStarter(database),
        Promise.all(sources.map(({ id }) => nearestEdition(database, id, 'prev'))),
      ]);
      const [newestEdition] = newest
        .flatMap((found) => (found === undefined ? [] : [{ source: found.source, date: found.date }]))
        .toSorted((a, b) => b.date.localeCompare(a.date));
      return compact({
        sources: statuses,
        papers,
        newestEdition,
        starter:
          starter === undefined
            ? undefined
            : {
                source: STARTER_SOURCE.id,
                date: starter.date,
                papers: starter.done,
                origin: starter.origin,
              },
      });
    },

    /** Papers as lists show them. */
    itemsOf: (papers: readonly Paper[]) => lists.toItems(papers),

    /** Counts everything as seen from now on: called after each complete sync, and only the first one matters. */
    async beginVisits(): Promise<void> {
      if ((await seenAt.read()) === null) await seenAt.write({ atMs: now(), beforeMs: now() });
    },

    /**
     * Notes that the reader looks at the list. Before the first sync is complete the whole history would be
     * new.
     */
    async markSeen(): Promise<void> {
      const visit = await seenAt.read();
      if (visit === null) return;
      await seenAt.write(nextVisit(visit, now()));
      options.onVisit();
    },
  };
}
