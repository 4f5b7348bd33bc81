import { paperKeyOf } from '../../model/paper/identity';
import type { PaperKey } from '../../model/paper/paper';
import type { TextRow } from '../../related/segments/segment-row';
import { parseStarterPapers } from '../../starter/papers-file';
import { unpackStarterRows } from '../../starter/rows-file';
import type { StarterFeed } from '../../starter/types';
import type { PackagedRows } from './paper-encoder';

/** What `npm run build:starter` makes, as files of the package. */
const PAPERS_FILE = 'starter/papers.bin';
const ROWS_FILE = 'starter/rows.bin';

/** The starter feed of the package. */
export interface PackagedStarter extends PackagedRows {
  /** Its papers, without their rows. Errors: those of reading, and `Error` for a damaged file. */
  readonly readFeed: () => Promise<StarterFeed>;
  /** Loads the rows, some 5 MB, until they are let go. Errors: as `readFeed`. */
  readonly loadRows: () => Promise<void>;
  readonly releaseRows: () => void;
}

/** `readFile` reads a file of the package. */
export function createPackagedStarter(readFile: (path: string) => Promise<ArrayBuffer>): PackagedStarter {
  let loading: Promise<void> | null = null;
  let rows: { readonly version: string; readonly byKey: ReadonlyMap<PaperKey, TextRow> } | null = null;

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
    async loadRows() {
      loading ??= readRows();
      try {
        await loading;
      } catch (error) {
        loading = null; // The next call tries again.
        throw error;
      }
    },
    releaseRows() {
      loading = null;
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
