import type { Paper } from '../../lib/model/paper/paper';
import type { Segment } from '../../lib/related/segments/segment';
import { parseSegment } from '../../lib/related/segments/segment-file';
import { tombstoneOf, rowOf, type SegmentRow } from '../../lib/related/segments/segment-row';
import { packRows } from '../../lib/related/segments/segment-writer';
import type { WordModel } from '../../lib/related/model/word-model';
import { paperKey } from './builders';

/** The bytes of a segment of these rows. */
export function segmentBytes({ header }: WordModel, rows: readonly SegmentRow[]): ArrayBuffer {
  return packRows(header, rows);
}

/** A segment as it is loaded: papers, and keys that it takes out. Topics are the papers' keywords as given. */
export function segmentOf(model: WordModel, papers: readonly Paper[], gone: readonly string[] = []): Segment {
  const rows = [
    ...papers.map((paper) => rowOf(model, paper, paper.keywords)),
    ...gone.map((key) => tombstoneOf(model, paperKey(key))),
  ];
  const segment = parseSegment(segmentBytes(model, rows), model.header.version);
  if (segment === null) throw new Error('A builder made a segment that cannot be read.');
  return segment;
}
