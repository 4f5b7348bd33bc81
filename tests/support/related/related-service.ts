import type { FeedChange } from '../../../lib/db/feed';
import type { OpenDatabase } from '../../../lib/db/open';
import type { PaperFacts } from '../../../lib/model/paper/paper';
import { rankPapers } from '../../../lib/related/rank/rank';
import type { FeedIndex } from '../../../lib/services/index/feed-index';
import { createPaperEncoder, encoderVersion } from '../../../lib/services/index/paper-encoder';
import { createRelatedService, type RelatedService } from '../../../lib/services/pages/related';
import { createTopicsService, type TopicsService } from '../../../lib/services/lists/topics';
import { sites } from '../../../lib/sites';
import { classifyUrl } from '../../../lib/sites/urls/classify-url';
import { createTopics } from '../../../lib/topics/find/create-topics';
import type { Topics } from '../../../lib/topics/find/create-topics';
import { NOW_MS } from '../builders';
import { commitOf, feedIndexOn } from './feed-index';
import { topicsFile } from './topics';
import { type SmallModel, wordModel, wordModelBytes } from './word-model';

/** Words of three unrelated subjects. */
const MODEL: SmallModel = {
  words: ['agent', 'coding', 'repository', 'code', 'flow', 'matching', 'ocean', 'wave', 'tide'],
  phrases: ['coding agent', 'ocean wave', 'flow matching'],
  vectors: {
    agent: [127, 20],
    coding: [120, 40],
    repository: [110, 60],
    code: [115, 50],
    'coding agent': [127, 30],
    flow: [0, 0, 127],
    matching: [0, 0, 120, 20],
    'flow matching': [0, 0, 127, 10],
    ocean: [0, 0, 0, 0, 127],
    wave: [0, 0, 0, 0, 120, 20],
    tide: [0, 0, 0, 0, 110, 30],
    'ocean wave': [0, 0, 0, 0, 127, 10],
  },
};

/** A worker's look-up. */
export interface RelatedWorker {
  readonly related: RelatedService;
  readonly topics: TopicsService;
  readonly index: FeedIndex;
  /** Stores a response with these papers. */
  readonly commit: (records: readonly PaperFacts[]) => Promise<FeedChange>;
}

/** A worker just started on a database: the shipped services, a small model, a few topics. */
export function relatedOn(
  open: OpenDatabase,
  {
    index = smallIndexOn(open),
    topics = smallTopics(),
    rank_ = rankPapers,
  }: { index?: FeedIndex; topics?: Topics; rank_?: typeof rankPapers } = {},
): RelatedWorker {
  const related = createRelatedService({
    open,
    index,
    loadTopics: async () => topics,
    idsOfUrl: (url) => {
      const page = classifyUrl(url, sites);
      return page?.kind === 'paper' ? page.ref.ids : null;
    },
    rank_,
  });
  const topicPages = createTopicsService({ open, index, loadTopics: async () => topics, now: () => NOW_MS });
  return { related, topics: topicPages, index, commit: (records) => index.commit(commitOf(records)) };
}

/** The topics that the small model's words are about. */
export function smallTopics(): Topics {
  const chances = { 'coding agent': 0.5, 'code search': 0.5, 'ocean wave': 0.5, 'flow matching': 0.5 };
  return createTopics(topicsFile(chances), { categories: [] });
}

function smallIndexOn(open: OpenDatabase): FeedIndex {
  const topics = smallTopics();
  const encoderOf = async (bytes: ArrayBuffer) =>
    createPaperEncoder(bytes, {
      version: topics.version,
      topicKeysOf: (paper) => topics.topicsOf(paper).map(({ key }) => key),
    });
  const loadEncoder = () => encoderOf(wordModelBytes(MODEL));
  const version = encoderVersion(wordModel(MODEL).header.version, topics.version);
  return feedIndexOn(open, {}, { version, encoderOf, loadEncoder });
}
