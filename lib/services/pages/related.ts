import { keysOfWork, papersAt } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { report } from '../../log';
import { compact } from '../../model/compact';
import { fold, type Identifiable } from '../../model/paper/identity';
import type { Paper, PaperFacts, PaperIds, PaperKey } from '../../model/paper/paper';
import type { RelatedAnswer, RelatedQuery, RelatedSort } from '../../model/related';
import { rankPapers } from '../../related/rank/rank';
import { readQuery } from '../../related/rank/rank-query';
import { createExplainer } from '../../related/explain/reasons';
import { searchRows } from '../../related/search/search';
import { checkFound } from '../../related/search/check';
import { parseSearch } from '../../related/search/query';
import type { RowPosition } from '../../related/segments/segment';
import { titleHash, topicsAt, topicTest } from '../../related/segments/segment-row';
import type { TaggedPaper, Topics } from '../../topics/vocabulary/types';
import type { FeedIndex } from '../index/feed-index';

export interface RelatedServiceOptions {
  readonly open: OpenDatabase;
  readonly index: Pick<FeedIndex, 'serving'>;
  readonly loadTopics: () => Promise<Topics>;
  /** The ids of the paper that a URL is about, for typed searches; null for any other page. */
  readonly idsOfUrl: (url: URL) => PaperIds | null;
}

/** What narrows and orders an answer; all of it applies inside the search, not after the cut. */
export interface FindOptions {
  readonly limit: number;
  readonly sort: RelatedSort;
  /**
   * Papers that are given, from the first on: reading and explaining takes longer than ranking. @default
   * limit
   */
  readonly atOnce?: number;
  /** Only papers with this topic, by any of its names. */
  readonly topic?: string;
}

/** A page's paper; the feed's own record of it has keywords and categories too. */
export type QueryFacts = Partial<Pick<PaperFacts, 'categories' | 'keywords'>> & RelatedQuery;

export type RelatedService = ReturnType<typeof createRelatedService>;

/** The last look-up in the worker's performance timeline, where `npm run bench:related` reads it. */
export const FIND_MEASURE = 'related.find';
/** A title shorter than this ("Introduction") may be that of many works. */
const MIN_TITLE_CHARS = 16;
/** Rows of each kind that a search reads the texts of, for each paper shown: some do not stand the check. */
const READ_PER_SHOWN = 5;
/** Topics that a paper is shown with. */
const SHOWN_TOPICS = 5;

/** Related papers, topics and search over the cached feed. */
export function createRelatedService({ open, index, loadTopics, idsOfUrl }: RelatedServiceOptions) {
  /** Loads the papers of rows, in their order; one that a sync takes away meanwhile is left out. */
  async function papersOf(rows: readonly RowPosition[]): Promise<readonly Paper[]> {
    return papersAt(await open(), rows.map(keyOf));
  }

  return {
    /** Says that a look-up is about to come: what it needs is read meanwhile. Never fails: it reports. */
    prepare(): void {
      index.serving().catch((error: unknown) => report('related: index', error)); // The look-up says so, too.
    },

    /** Related papers, ranked and sorted as asked. The paper itself, under any id, is never among them. */
    async find(query: QueryFacts, self: Identifiable, options: FindOptions): Promise<RelatedAnswer> {
      const startedMs = performance.now();
      const [{ encoder, table }, [topics, ownTopics], ownKeys] = await Promise.all([
        index.serving(),
        // While the store reads the index.
        loadTopics().then((loaded) => [loaded, loaded.topicsOf(tagged(query))] as const),
        open().then((database) => keysOfWork(database, self)),
      ]);
      const { limit, sort, atOnce = limit, topic } = options;
      const topicKey = topic === undefined ? undefined : topics.keyOf(topic);
      if (topicKey === null) return { items: [], found: 0, feedSize: table.count };
      const isWanted = topicKey === undefined ? undefined : topicTest(topicKey);
      const except = ownKeys.flatMap((key) => table.find(key) ?? []);
      const ranked = readQuery(
        encoder.model,
        query,
        ownTopics.map(({ key }) => key),
      );
      const { rows, found, vector } = rankPapers(table.segments, ranked, {
        limit,
        first: atOnce,
        sort,
        except,
        ...compact({ isWanted, exceptTitle: ownTitle(self) }),
      });
      const explain = createExplainer(encoder.model, { paper: query, ranked, vector, topics: ownTopics });
      const positionOf = new Map(rows.map((row) => [keyOf(row), row]));
      const items = (await papersOf(rows)).flatMap((paper) => {
        const row = positionOf.get(paper.key);
        if (row === undefined) return []; // Papers are read by these very keys.
        const { score, cosine, closeness } = row;
        return [
          { paper, score, closeness, reasons: explain({ paper, score, cosine, topics: topicsAt(row) }) },
        ];
      });
      performance.clearMeasures(FIND_MEASURE);
      performance.measure(FIND_MEASURE, { start: startedMs });
      const gone = rows.length - items.length; // Papers that a sync took away meanwhile.
      return { items, found: found - gone, feedSize: table.count };
    },

    /** Up to five topics of a paper or page, best first. */
    async topics(paper: TaggedPaper): Promise<readonly string[]> {
      const found = (await loadTopics()).topicsOf(paper);
      return found.slice(0, SHOWN_TOPICS).map(({ name }) => name);
    },

    /**
     * Cached papers for a typed text: those with the ids in it, those that have all of it, those close in
     * meaning.
     */
    async search(text: string, limit: number): Promise<readonly Paper[]> {
      const [{ encoder, table }, topics, database] = await Promise.all([
        index.serving(),
        loadTopics(),
        open(),
      ]);
      const query = parseSearch(text, { idsOfUrl, topicKeyOf: (name) => topics.keyOf(name) });
      const keys = query.ids.map((ids) => keysOfWork(database, { ids, title: '', authors: [] }));
      const named = await papersAt(database, (await Promise.all(keys)).flat());
      const found = searchRows(encoder.model, table, query, limit * READ_PER_SHOWN);
      const exact = await papersOf(found.exact);
      const shown = checkFound(query, { exact, similar: await papersOf(found.similar) }, limit);
      return [...new Map([...named, ...shown].map((paper) => [paper.key, paper])).values()].slice(0, limit);
    },
  };
}

function keyOf({ segment, row }: RowPosition): PaperKey {
  return segment.keyOf(row) as PaperKey; // Rows are made of papers.
}

/** Hash of a title that only versions and copies of one work have; none of one that many works may have. */
function ownTitle({ title }: Identifiable): number | undefined {
  return fold(title).length < MIN_TITLE_CHARS ? undefined : titleHash(title);
}

function tagged({ title, abstract, keywords = [], categories = [] }: QueryFacts): TaggedPaper {
  return compact({ title, abstract, keywords, categories });
}
