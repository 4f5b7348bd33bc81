import { keysOfWork, papersAt } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { report } from '../../log';
import { compact } from '../../model/compact';
import { fold, type Identifiable } from '../../model/paper/identity';
import type { Paper, PaperFacts, PaperIds, PaperKey } from '../../model/paper/paper';
import type { RelatedAnswer, RelatedQuery, RelatedSort } from '../../model/related';
import { type RankedRow, rankPapers } from '../../related/rank/rank';
import { readQuery } from '../../related/rank/rank-query';
import { createExplainer } from '../../related/explain/reasons';
import { searchRows } from '../../related/search/search';
import { checkFound } from '../../related/search/check';
import { parseSearch } from '../../related/search/query';
import type { RowPosition, Segment } from '../../related/segments/segment';
import { titleHash, topicsAt, topicTest } from '../../related/segments/segment-row';
import type { TaggedPaper, Topic, Topics } from '../../topics/find/create-topics';
import type { FeedIndex } from '../index/feed-index';

export interface RelatedServiceOptions {
  readonly open: OpenDatabase;
  readonly index: Pick<FeedIndex, 'serving'>;
  readonly loadTopics: () => Promise<Topics>;
  /** The ids of the paper that a URL is about, for typed searches; null for any other page. */
  readonly idsOfUrl: (url: URL) => PaperIds | null;
  /** Test seam. */
  readonly rank_?: typeof rankPapers;
}

/** What narrows and orders an answer. All of it applies inside the search, not after the cut. */
export interface FindOptions {
  readonly limit: number;
  readonly sort: RelatedSort;
  /**
   * How many papers are given, best first: to read and explain them takes longer than to rank them. @default
   * limit
   */
  readonly atOnce?: number;
  /** Only papers with this topic, by any of its names. */
  readonly topic?: string;
}

/** A page's paper; the feed's own record of it has keywords and categories too. */
export type QueryFacts = Partial<Pick<PaperFacts, 'categories' | 'keywords'>> & RelatedQuery;

type TopicFacts = Pick<QueryFacts, 'abstract' | 'categories' | 'keywords' | 'title'>;

export type RelatedService = ReturnType<typeof createRelatedService>;

/** The last look-up in the worker's performance timeline, where `npm run bench:related` reads it. */
export const FIND_MEASURE = 'related.find';
/** A title shorter than this ("Introduction") may be that of many works. */
const MIN_TITLE_CHARS = 16;
/** Rows of each kind whose texts a search reads, for each paper shown: some fail the check. */
const READ_PER_SHOWN = 5;
/** Topics that a paper is shown with. */
const SHOWN_TOPICS = 5;

/** What a ranking found, before the papers themselves are read. */
interface Found {
  /** As many as the limit. */
  readonly rows: readonly RankedRow[];
  readonly found: number;
  readonly explain: () => ReturnType<typeof createExplainer>;
}

/** A ranking, what it was asked, and the rows that it looked through. */
interface KeptRanking extends Found {
  readonly question: string;
  readonly segments: readonly Segment[];
}

/** Related papers, topics and search over the cached feed. */
export function createRelatedService(options: RelatedServiceOptions) {
  const { open, index, loadTopics, idsOfUrl, rank_ = rankPapers } = options;
  // A page's annotation counts the papers, its sidebar opens with the first rows and then asks for all: they share one
  // ranking and one list of topics. Both memories hold one paper and may vanish with the worker.
  let ranking: KeptRanking | null = null;
  let tagging: { readonly text: string; readonly topics: readonly Topic[] } | null = null;

  /** Loads the papers of rows, in their order; leaves out one that a sync takes away meanwhile. */
  async function papersOf(rows: readonly RowPosition[]): Promise<readonly Paper[]> {
    return papersAt(await open(), rows.map(keyOf));
  }

  async function topicsOf(paper: TopicFacts): Promise<readonly Topic[]> {
    const topics = await loadTopics();
    const text = JSON.stringify(tagged(paper));
    if (tagging?.text !== text) tagging = { text, topics: topics.topicsOf(tagged(paper)) };
    return tagging.topics;
  }

  /** Ranks, or gives the last ranking when nothing that it depends on has changed. */
  async function rank(
    paper: QueryFacts,
    { topic, ...options }: Omit<FindOptions, 'atOnce'>,
  ): Promise<Found & { readonly feedSize: number }> {
    const [{ encoder, table }, topics, ownTopics, ownKeys] = await Promise.all([
      index.serving(),
      // While the store reads the index.
      loadTopics(),
      topicsOf(paper),
      open().then((database) => keysOfWork(database, paper)),
    ]);
    const feedSize = table.count;
    const topicKey = topic === undefined ? undefined : topics.keyOf(topic);
    if (topicKey === null) return { rows: [], found: 0, feedSize, explain: () => () => [] };
    const { title, authors, organisation, ids } = paper;
    const question = JSON.stringify([tagged(paper), title, authors, organisation, ids, topicKey, options]);
    const rankAnew = (): Found => {
      const { limit, sort } = options;
      const keys = ownTopics.map(({ key }) => key);
      const ranked = readQuery(encoder.model, paper, keys);
      const { rows, found, vector } = rank_(table.segments, ranked, {
        limit,
        sort,
        except: ownKeys.flatMap((key) => table.find(key) ?? []),
        ...compact({
          isWanted: topicKey === undefined ? undefined : topicTest(topicKey),
          exceptTitle: ownTitle(paper),
        }),
      });
      let explain: ReturnType<typeof createExplainer> | null = null;
      const query = { paper, ranked, vector, topics: ownTopics };
      return { rows, found, explain: () => (explain ??= createExplainer(encoder.model, query)) };
    };
    // Every change of the rows makes a new list of segments.
    if (ranking?.question !== question || ranking.segments !== table.segments) {
      ranking = { question, segments: table.segments, ...rankAnew() };
    }
    return { ...ranking, feedSize };
  }

  return {
    /** Announces a look-up, so that what it needs is read meanwhile. Never fails: it reports. */
    prepare(): void {
      index.serving().catch((error: unknown) => report('related: index', error)); // The look-up reports it as well.
    },

    /**
     * Related papers, ranked and sorted as asked. The paper itself, under any id, is never among them.
     *
     * Cost: asking again about the same paper in the same way ranks nothing, until the feed changes.
     */
    async find(paper: QueryFacts, { atOnce, ...options }: FindOptions): Promise<RelatedAnswer> {
      const startedMs = performance.now();
      const { found, feedSize, ...ranked } = await rank(paper, options);
      const rows = ranked.rows.slice(0, atOnce);
      const positionOf = new Map(rows.map((row) => [keyOf(row), row]));
      const papers = await papersOf(rows);
      const items = papers.flatMap((related) => {
        const row = positionOf.get(related.key);
        if (row === undefined) return []; // Papers are read by these very keys.
        const { score, cosine, closeness } = row;
        const reasons = ranked.explain()({ paper: related, score, cosine, topics: topicsAt(row) });
        return [{ paper: related, score, closeness, reasons }];
      });
      performance.clearMeasures(FIND_MEASURE);
      performance.measure(FIND_MEASURE, { start: startedMs });
      const gone = rows.length - items.length; // Papers that a sync took away meanwhile.
      return { items, found: found - gone, feedSize };
    },

    /** Up to five topics of a paper or page, best first. */
    async topics(paper: TopicFacts): Promise<readonly string[]> {
      return (await topicsOf(paper)).slice(0, SHOWN_TOPICS).map(({ name }) => name);
    },

    /**
     * Cached papers for a typed text: first those with the ids in it, then those that have all of it, then
     * those close in meaning.
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

/**
 * Hash of a title that only versions and copies of one work share; undefined for one that many works may
 * have.
 */
function ownTitle({ title }: Identifiable): number | undefined {
  return fold(title).length < MIN_TITLE_CHARS ? undefined : titleHash(title);
}

function tagged({ title, abstract, keywords = [], categories = [] }: TopicFacts): TaggedPaper {
  return compact({ title, abstract, keywords, categories });
}
