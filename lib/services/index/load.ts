import type { Database } from '../../db/open';
import { findModel, segmentsOf, servingVersion } from '../../db/segments';
import { report } from '../../log';
import { type LoadedIndex, loadIndex } from './loaded-index';
import type { PaperEncoder } from './paper-encoder';

/** Where encoders come from. */
export interface EncoderSources {
  /** The version of the package's encoder, known before its files are read. */
  readonly version: string;
  /** The encoder of the package's model. */
  readonly loadEncoder: () => Promise<PaperEncoder>;
  /** The encoder of a stored model; throws when it can no longer be read. */
  readonly encoderOf: (modelBytes: ArrayBuffer) => Promise<PaperEncoder>;
}

/** What is loaded: the index that answers, and the one that is to replace it. */
export interface Loaded {
  serving: LoadedIndex;
  /** Of the package's model, while papers are read anew; null once it serves. */
  building: LoadedIndex | null;
}

/**
 * Loads the index that answers: that of the package's model, or after an update the former one, as long as
 * the new one is not complete.
 *
 * The model is read from the store, which takes a third of the time of reading the package's file; from the
 * package when the store has it not yet.
 *
 * Errors: those of the database, and of a package without its model.
 */
export async function loadFeedIndex(database: Database, sources: EncoderSources): Promise<Loaded> {
  const { version, loadEncoder } = sources;
  const reading = segmentsOf(database, version); // The store reads them while the model is made.
  reading.catch(() => undefined); // It is awaited below, if nothing fails before.
  const stored = await storedEncoder(database, version, sources);
  if (stored !== null) return { serving: await loadIndex(database, stored, reading), building: null };
  const own = await loadIndex(database, await loadEncoder(), reading);
  const formerVersion = await servingVersion(database);
  const former =
    formerVersion === null || formerVersion === version
      ? null
      : await storedEncoder(database, formerVersion, sources);
  const serving = former === null ? null : await loadIndex(database, former);
  // Rows of another format cannot be read: then nothing is left that could serve.
  if (serving === null || serving.table.count === 0) return { serving: own, building: null };
  return { serving, building: own };
}

/** The encoder of the model kept with the segments of a version; null when there is none to be read. */
async function storedEncoder(
  database: Database,
  version: string,
  { encoderOf }: EncoderSources,
): Promise<PaperEncoder | null> {
  const stored = await findModel(database, version);
  try {
    // Its rows keep their version, even when only the topics of the package changed.
    return stored === undefined ? null : { ...(await encoderOf(stored.bytes)), version };
  } catch (error) {
    report('index: a stored model cannot be read', error);
    return null;
  }
}
