import { createKept } from '../../async';
import { paperKeyOf } from '../../model/paper/identity';
import type { PaperKey } from '../../model/paper/paper';
import type { TextRow } from '../../related/segments/segment-row';
import { ARXIV_CATEGORIES } from '../../sources/arxiv/categories';
import { parseStarterPapers } from '../../starter/papers-file';
import { unpackStarterRows } from '../../starter/rows-file';
import type { StarterFeed } from '../../starter/papers-file';
import { createTopics } from '../../topics/find/create-topics';
import { parseTopicsFile } from '../../topics/vocabulary/topics-file';
import type { Topics } from '../../topics/find/create-topics';
import type { EncoderSources } from './loaded-index';
import { createPaperEncoder, type PackagedRows, type PaperEncoder } from './paper-encoder';

/** What was trained offline, as files of the package. */
const WORDS_FILE = 'model/words.bin';
const TOPICS_FILE = 'topics/topics.bin';
/** What `npm run build:starter` makes, as files of the package. */
const PAPERS_FILE = 'starter/papers.bin';
const ROWS_FILE = 'starter/rows.bin';

export interface PackagedModel extends EncoderSources {
  /**
   * The topics, read once. Errors: those of reading, and `Error` for a damaged file; the next call tries
   * again.
   */
  readonly loadTopics: () => Promise<Topics>;
}

/**
 * Reads the word model and the topics of the package.
 *
 * @param readFile Reads a file of the package.
 * @param version Version of the encoder that the two make.
 * @param packaged The rows of the package's starter feed.
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

/** The starter feed of the package. */
export interface PackagedStarter extends PackagedRows {
  /** Its papers, without their rows. Errors: those of reading, and `Error` for a damaged file. */
  readonly readFeed: () => Promise<StarterFeed>;
  /** Loads the rows, some 5 MB, and keeps them until `releaseRows`. Errors: those of `readFeed`. */
  readonly loadRows: () => Promise<void>;
  readonly releaseRows: () => void;
}

/** `readFile` reads a file of the package. */
export function createPackagedStarter(readFile: (path: string) => Promise<ArrayBuffer>): PackagedStarter {
  let rows: { readonly version: string; readonly byKey: ReadonlyMap<PaperKey, TextRow> } | null = null;
  const loadedRows = createKept(readRows);

  const readFeed = async (): Promise<StarterFeed> =>
    parseStarterPapers(new TextDecoder().decode(await gunzip(await readFile(PAPERS_FILE))));

  async function readRows(): Promise<void> {
    const [feed, bytes] = await Promise.all([readFeed(), readFile(ROWS_FILE).then(gunzip)]);
    const { version, rows: read } = unpackStarterRows(bytes);
    if (read.length !== feed.count) throw new Error('The starter feed’s rows are of other papers.');
    const entries = feed.slice(0).flatMap(({ facts }, position): [PaperKey, TextRow][] => {
      const [key, row] = [paperKeyOf(facts), read[position]];
      return key === null || row === undefined ? [] : [[key, row]];
    });
    rows = { version, byKey: new Map(entries) };
  }

  return {
    readFeed,
    loadRows: loadedRows.get,
    releaseRows() {
      loadedRows.forget();
      rows = null;
    },
    find: (key, version) => (rows?.version === version ? rows.byKey.get(key) : undefined),
  };
}

/** Unpacks gzip. Errors: a `TypeError` for bytes that are not gzip, or are cut off. */
export async function gunzip(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).arrayBuffer();
}
