import type { FeedChange } from '../../db/feed';
import type { Database } from '../../db/open';
import type { NewSegment, SegmentRecord } from '../../db/schema';
import { replaceSegments, segmentsOf, findModel, servingVersion } from '../../db/segments';
import { report } from '../../log';
import type { Paper, PaperKey } from '../../model/paper/paper';
import { createPaperTable, type PaperTable } from '../../related/segments/paper-table';
import type { RowPosition, Segment } from '../../related/segments/segment';
import { parseSegment, packRows } from '../../related/segments/segment-file';
import {
  tombstoneOf,
  isSameRow,
  rowWithTexts,
  type SegmentRow,
  textsAt,
  titleHash,
} from '../../related/segments/segment-row';
import type { PaperEncoder } from './paper-encoder';

/** The segments of one version in memory; gone with the worker. */
export interface LoadedIndex {
  readonly encoder: PaperEncoder;
  readonly table: PaperTable;
  /** The id of each segment's record. */
  readonly ids: Map<Segment, number>;
  /** True when papers are missing because their record cannot be read. */
  hasLost: boolean;
}

/**
 * Loads the segments of the encoder's version. A record of the wrong length or format is deleted; its papers
 * are later found missing and read again (`repair.ts`).
 *
 * Cost: reading 100,000 papers (44 MB) takes 100 to 200 ms in Chromium, the rest 15 ms.
 */
export async function loadIndex(
  database: Database,
  encoder: PaperEncoder,
  reading: Promise<readonly SegmentRecord[]> = segmentsOf(database, encoder.version),
): Promise<LoadedIndex> {
  const segments = new Map<Segment, number>();
  const damaged: number[] = [];
  for (const { id, bytes } of await reading) {
    const segment = parseSegment(bytes, encoder.version);
    if (segment === null) damaged.push(id);
    else segments.set(segment, id);
  }
  if (damaged.length > 0) {
    report(
      'index: a segment cannot be read',
      new Error(`${damaged.length} of ${segments.size + damaged.length}`),
    );
    await replaceSegments(database, damaged, null);
  }
  const table = createPaperTable([...segments.keys()]);
  return { encoder, table, ids: segments, hasLost: damaged.length > 0 };
}

/** The segment that brings an index up to date with a change; null when its rows say all of it already. */
export function encodeChange(
  { encoder, table }: LoadedIndex,
  { papers, gone }: FeedChange,
): NewSegment | null {
  const { model } = encoder;
  const last = new Map<PaperKey, SegmentRow | null>();
  // A response may hold a paper twice, or tie a record to another paper later on: the last word counts.
  for (const paper of new Map(papers.map((one) => [one.key, one])).values()) {
    const position = table.find(paper.key);
    const row = encodeAgain(encoder, paper, position);
    last.set(paper.key, position !== null && isSameRow(position.segment, position.row, row) ? null : row);
  }
  for (const key of gone) last.set(key, table.find(key) === null ? null : tombstoneOf(model, key));
  const rows = [...last.values()].filter((row) => row !== null);
  return rows.length === 0 ? null : newSegment(encoder, rows);
}

/** A paper without abstract may have a row that was made with one (the starter feed's): its texts stay. */
function encodeAgain(encoder: PaperEncoder, paper: Paper, position: RowPosition | null): SegmentRow {
  const isTextKept =
    paper.abstract === undefined &&
    position !== null &&
    position.segment.titles[position.row] === titleHash(paper.title);
  return isTextKept ? rowWithTexts(paper, textsAt(position)) : encoder.encode(paper);
}

/** Packs rows into a segment to store. */
export function newSegment({ model, version }: PaperEncoder, rows: readonly SegmentRow[]): NewSegment {
  return { version, bytes: packRows({ version, dimensions: model.header.dimensions }, rows) };
}

/** Takes a stored segment into memory. Errors: `Error` when it cannot be read. */
export function takeIn({ encoder, table, ids }: LoadedIndex, { id, bytes }: SegmentRecord): void {
  const segment = parseSegment(bytes, encoder.version);
  if (segment === null) throw new Error('A segment that was just written cannot be read.');
  ids.set(segment, id);
  table.append(segment);
}

/** Where encoders come from. */
export interface EncoderSources {
  /** Version of the package's encoder, known before its files are read. */
  readonly version: string;
  /** The encoder of the package's model. */
  readonly loadEncoder: () => Promise<PaperEncoder>;
  /** The encoder of a stored model; throws when it can no longer be read. */
  readonly encoderOf: (modelBytes: ArrayBuffer) => Promise<PaperEncoder>;
}

/** What is loaded: the index that answers, and the one that will replace it. */
export interface Loaded {
  serving: LoadedIndex;
  /** The index of the package's model while papers are read anew; null once it serves. */
  building: LoadedIndex | null;
}

/**
 * Loads the index that answers: that of the package's model or, after an update, the former one until the new
 * one is complete.
 *
 * The model comes from the store, in a third of the time that the package's file takes, or from the package
 * when the store does not have it yet.
 *
 * Errors: those of the database, and of a package without its model.
 */
export async function loadFeedIndex(database: Database, sources: EncoderSources): Promise<Loaded> {
  const { version, loadEncoder } = sources;
  const reading = segmentsOf(database, version); // The store reads them while the model is built.
  reading.catch(() => undefined); // It is awaited below unless something fails first.
  const stored = await storedEncoder(database, version, sources);
  if (stored !== null) return { serving: await loadIndex(database, stored, reading), building: null };
  const own = await loadIndex(database, await loadEncoder(), reading);
  const formerVersion = await servingVersion(database);
  const former =
    formerVersion === null || formerVersion === version
      ? null
      : await storedEncoder(database, formerVersion, sources);
  const serving = former === null ? null : await loadIndex(database, former);
  // Rows of another format cannot be read; then nothing former can serve.
  if (serving === null || serving.table.count === 0) return { serving: own, building: null };
  return { serving, building: own };
}

/** The encoder of the model that is stored with a version's segments; null when none can be read. */
async function storedEncoder(
  database: Database,
  version: string,
  { encoderOf }: EncoderSources,
): Promise<PaperEncoder | null> {
  const stored = await findModel(database, version);
  try {
    // Its rows keep their version, even when only the package's topics changed.
    return stored === undefined ? null : { ...(await encoderOf(stored.bytes)), version };
  } catch (error) {
    report('index: a stored model cannot be read', error);
    return null;
  }
}
