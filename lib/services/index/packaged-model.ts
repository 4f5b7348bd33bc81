import { createKept } from '../../async';
import { ARXIV_CATEGORIES } from '../../sources/arxiv/categories';
import { createTopics } from '../../topics/find/create-topics';
import { parseTopicsFile } from '../../topics/vocabulary/topics-file';
import type { Topics } from '../../topics/vocabulary/types';
import type { EncoderSources } from './loaded-index';
import { createPaperEncoder, type PackagedRows, type PaperEncoder } from './paper-encoder';

/** What was trained offline, as files of the package. */
const WORDS_FILE = 'model/words.bin';
const TOPICS_FILE = 'topics/topics.bin';

export interface PackagedModel extends EncoderSources {
  /**
   * The topics, read once. Errors: those of reading, and `Error` for a damaged file; the next call tries
   * again.
   */
  readonly loadTopics: () => Promise<Topics>;
}

/**
 * The word model and the topics that the package brings. `readFile` reads a file of the package; `version` is
 * that of the encoder they make; `packaged` gives the rows of the package's starter feed.
 */
export function createPackagedModel(
  readFile: (path: string) => Promise<ArrayBuffer>,
  version: string,
  packaged?: PackagedRows,
): PackagedModel {
  const { get: loadTopics } = createKept(async () =>
    createTopics(parseTopicsFile(await readFile(TOPICS_FILE)), { categories: ARXIV_CATEGORIES }),
  );

  async function encoderOf(modelBytes: ArrayBuffer): Promise<PaperEncoder> {
    const topics = await loadTopics();
    const topicKeysOf = (paper: Parameters<Topics['topicsOf']>[0]) =>
      topics.topicsOf(paper).map(({ key }) => key);
    return createPaperEncoder(modelBytes, { version: topics.version, topicKeysOf }, packaged);
  }

  return {
    version,
    loadTopics,
    encoderOf,
    loadEncoder: async () => {
      const [bytes] = await Promise.all([readFile(WORDS_FILE), loadTopics()]);
      return encoderOf(bytes);
    },
  };
}
