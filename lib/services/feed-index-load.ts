import type { Database } from '../db/open';
import { findModel, segmentsOf, servingVersion } from '../db/segments';
import { report } from '../log';
import { type LoadedIndex, loadIndex } from './loaded-index';
import type { PaperEncoder } from './paper-encoder';

/** Where encoders come from. */
export interface EncoderSources {
  /** The encoder of the package's model. */
  readonly loadEncoder: () => Promise<PaperEncoder>;
  /** The encoder of the model that the stored segments were made with; throws when it can no longer be read. */
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
 * Errors: those of the database, and of a package without its model.
 */
export async function loadFeedIndex(
  database: Database,
  { loadEncoder, encoderOf }: EncoderSources,
): Promise<Loaded> {
  const loadingEncoder = loadEncoder();
  loadingEncoder.catch(() => undefined); // It is awaited below, if nothing fails before.
  const version = await servingVersion(database);
  // The store is read while the model is.
  const reading = version === null ? undefined : segmentsOf(database, version);
  reading?.catch(() => undefined); // As above.
  const encoder = await loadingEncoder;
  if (version === null || version === encoder.version) {
    return { serving: await loadIndex(database, encoder, reading), building: null };
  }
  const building = await loadIndex(database, encoder);
  const former = await formerEncoder(database, version, encoderOf);
  const serving = former === null ? null : await loadIndex(database, former, reading);
  // Rows of another format cannot be read: then nothing is left that could serve.
  if (serving === null || serving.table.count === 0) return { serving: building, building: null };
  return { serving, building };
}

async function formerEncoder(
  database: Database,
  version: string,
  encoderOf: EncoderSources['encoderOf'],
): Promise<PaperEncoder | null> {
  const stored = await findModel(database, version);
  try {
    // Its rows keep their version, even when only the topics of the package changed.
    return stored === undefined ? null : { ...(await encoderOf(stored.bytes)), version };
  } catch (error) {
    report('index: the former model cannot be read', error);
    return null;
  }
}
