import type { FeedCommit } from '../../../lib/db/feed';
import type { OpenDatabase } from '../../../lib/db/open';
import { compact } from '../../../lib/model/compact';
import type { PaperFacts } from '../../../lib/model/paper/paper';
import {
  createFeedIndex,
  type FeedIndex,
  type FeedIndexOptions,
} from '../../../lib/services/index/feed-index';
import {
  createPaperEncoder,
  type PaperEncoder,
  type TopicFinder,
} from '../../../lib/services/index/paper-encoder';
import { firstJob } from '../../../lib/services/sync/job';
import { day, NOW_MS } from '../builders';
import { type SmallModel, wordModelBytes } from './word-model';

/** Topics are the papers' keywords as given. */
export const keywordsAsTopics: TopicFinder = { version: 'keywords', topicKeysOf: ({ keywords }) => keywords };

/** The encoder of a model of a few words. */
export function smallEncoder(small: SmallModel = {}): PaperEncoder {
  return createPaperEncoder(wordModelBytes(small), keywordsAsTopics);
}

/** A worker's index on a database, with a model of a few words and no waiting. */
export function feedIndexOn(
  open: OpenDatabase,
  small: SmallModel = {},
  overrides: Partial<FeedIndexOptions> = {},
): FeedIndex {
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  return createFeedIndex({
    open,
    version: smallEncoder(small).version,
    loadEncoder: async () => smallEncoder(small),
    encoderOf: async (bytes) => createPaperEncoder(bytes, keywordsAsTopics),
    pause,
    settle: pause,
    onWork: async () => undefined,
    papersPerStep_: 50,
    ...overrides,
  });
}

/** A response with these papers, listed on `date` if given; of Hugging Face unless `change` says otherwise. */
export function commitOf(
  papers: readonly PaperFacts[],
  { date, ...change }: Partial<FeedCommit> & { readonly date?: string | undefined } = {},
): FeedCommit {
  const { source = 'hf-daily', nowMs = NOW_MS } = change;
  const edition = date === undefined ? undefined : day(date);
  return {
    source,
    records: papers.map((facts) =>
      compact({ facts, provenance: { source, fetchedAtMs: nowMs, link: 'https://example.org' }, edition }),
    ),
    job: firstJob(source),
    nowMs,
    ...change,
  };
}
