import type { FeedChange } from '../../db/feed';
import type { Database } from '../../db/open';
import type { NewSegment, SegmentRecord } from '../../db/schema';
import { replaceSegments, segmentsOf } from '../../db/segments';
import { report } from '../../log';
import type { Paper, PaperKey } from '../../model/paper/paper';
import { createPaperTable, type PaperTable } from '../../related/segments/paper-table';
import type { RowPosition, Segment } from '../../related/segments/segment';
import { parseSegment } from '../../related/segments/segment-file';
import {
  tombstoneOf,
  isSameRow,
  rowWithTexts,
  type SegmentRow,
  textsAt,
  titleHash,
} from '../../related/segments/segment-row';
import { packRows } from '../../related/segments/segment-writer';
import type { PaperEncoder } from './paper-encoder';

/** The segments of one version in memory; gone with the worker. */
export interface LoadedIndex {
  readonly encoder: PaperEncoder;
  readonly table: PaperTable;
  /** Which record each segment of the table is. */
  readonly ids: Map<Segment, number>;
  /** True when the papers of a record that cannot be read are missing. */
  hasLost: boolean;
}

/** Segments of a version as they come from the store, and those that cannot be read. */
export function readRecords(
  records: readonly SegmentRecord[],
  version: string,
): { readonly segments: Map<Segment, number>; readonly damaged: readonly number[] } {
  const segments = new Map<Segment, number>();
  const damaged: number[] = [];
  for (const { id, bytes } of records) {
    const segment = parseSegment(bytes, version);
    if (segment === null) damaged.push(id);
    else segments.set(segment, id);
  }
  return { segments, damaged };
}

/**
 * Loads the segments that the encoder's version has. A record of the wrong length or format is deleted; its
 * papers are found missing and read again (`feed-index-repair.ts`).
 *
 * Cost: reading 100,000 papers (44 MB) takes 100 to 200 ms in Chromium, the rest 15 ms.
 */
export async function loadIndex(
  database: Database,
  encoder: PaperEncoder,
  reading: Promise<readonly SegmentRecord[]> = segmentsOf(database, encoder.version),
): Promise<LoadedIndex> {
  const { segments, damaged } = readRecords(await reading, encoder.version);
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

/** The segment that brings an index to a change; null when its rows say all of it already. */
export function encodeChange(
  { encoder, table }: LoadedIndex,
  { papers, gone }: FeedChange,
): NewSegment | null {
  const { model } = encoder;
  const last = new Map<PaperKey, SegmentRow | null>();
  // A response may hold a paper twice, and a record that it later ties to another: the last word counts.
  for (const paper of new Map(papers.map((one) => [one.key, one])).values()) {
    const position = table.find(paper.key);
    const row = encodeAgain(encoder, paper, position);
    last.set(paper.key, position !== null && isSameRow(position.segment, position.row, row) ? null : row);
  }
  for (const key of gone) last.set(key, table.find(key) === null ? null : tombstoneOf(model, key));
  const rows = [...last.values()].filter((row) => row !== null);
  return rows.length === 0 ? null : newSegment(encoder, rows);
}

/** Of a paper without abstract a row may be there that was made with one (the starter feed's): its texts stay. */
function encodeAgain(encoder: PaperEncoder, paper: Paper, position: RowPosition | null): SegmentRow {
  const isTextKept =
    paper.abstract === undefined &&
    position !== null &&
    position.segment.titles[position.row] === titleHash(paper.title);
  return isTextKept ? rowWithTexts(paper, textsAt(position)) : encoder.encode(paper);
}

/** A segment of rows, to be stored. */
export function newSegment({ model, version }: PaperEncoder, rows: readonly SegmentRow[]): NewSegment {
  return { version, bytes: packRows({ version, dimensions: model.header.dimensions }, rows) };
}

/** Takes a stored segment into memory. */
export function takeIn({ encoder, table, ids }: LoadedIndex, { id, bytes }: SegmentRecord): void {
  const segment = parseSegment(bytes, encoder.version);
  if (segment === null) throw new Error('A segment that was just written cannot be read.');
  ids.set(segment, id);
  table.append(segment);
}
