import type { Database } from '../../db/open';
import { replaceSegments } from '../../db/segments';
import type { RowPosition, Segment } from '../../related/segments/segment';
import { parseSegment, packPositions } from '../../related/segments/segment-file';
import { isTombstone } from '../../related/segments/segment-row';
import type { LoadedIndex } from './loaded-index';

/** Most rows of a merged segment: some 7 MB, copied in about 10 ms. */
const MAX_MERGED_ROWS = 16_384;
/** A segment with a smaller share of rows that count is rewritten. */
const MIN_KEPT_SHARE = 0.5;

/** Neighbours to merge: `count` segments from index `start` on. */
export interface MergeRun {
  readonly start: number;
  readonly count: number;
}

/** A segment's size, for the choice of a run. */
export interface SegmentSize {
  readonly rows: number;
  /** Rows that a merge would write again. */
  readonly kept: number;
}

/**
 * Chooses the run that is worth merging, or null: the newest segments, back to one at least twice as large as
 * all after it; else a segment of mostly dead rows.
 *
 * Sizes thus at least double from the newest to the oldest. That keeps the segments few (log2 of the rows,
 * and one per 16,384), and each row is rewritten at most that often. Source: the logarithmic method of
 * Bentley and Saxe 1980.
 */
export function chooseRun(sizes: readonly SegmentSize[]): MergeRun | null {
  let start = sizes.length - 1;
  let sum = sizes[start]?.kept ?? 0;
  for (let older = start - 1; older >= 0; older--) {
    const { kept = 0 } = sizes[older] ?? {};
    if (kept >= sum * 2 || kept + sum > MAX_MERGED_ROWS) break;
    sum += kept;
    start = older;
  }
  if (sizes.length - start > 1) return { start, count: sizes.length - start };
  const sparse = sizes.findIndex(({ rows, kept }) => kept < rows * MIN_KEPT_SHARE);
  return sparse === -1 ? null : { start: sparse, count: 1 };
}

/**
 * Merges one run if there is one; true when it did. Look-ups use the old segments until the new one is
 * stored. Nothing else may write segments meanwhile.
 *
 * Errors: `storage`, `storage-full`; then everything is as it was. Cost: copying blocks for up to 15 ms.
 */
export async function mergeOnce(database: Database, { encoder, table, ids }: LoadedIndex): Promise<boolean> {
  const { segments } = table;
  // The oldest segment needs no tombstones: no older row is left for them to take out.
  const sizes = segments.map((segment, position) => ({
    rows: segment.count,
    kept: countKept(segment, position > 0),
  }));
  const run = chooseRun(sizes);
  if (run === null) return false;
  const merging = segments.slice(run.start, run.start + run.count);
  const replaced = merging.map((segment) => requireId(ids, segment));
  const positions = merging.flatMap((segment) => keptPositions(segment, run.start > 0));
  const [id] = replaced;
  if (id === undefined) return false; // A run has at least one segment.
  const { model, version } = encoder;
  const bytes =
    positions.length === 0
      ? null
      : packPositions({ version, dimensions: model.header.dimensions }, positions);
  await replaceSegments(database, replaced, bytes === null ? null : { id, version, bytes });
  const merged = bytes === null ? null : parseSegment(bytes, version);
  table.replace(merging, merged);
  for (const segment of merging) ids.delete(segment);
  if (merged !== null) ids.set(merged, id);
  return true;
}

/** True for rows that count, and for tombstones of papers that an older segment may hold. */
function isKept(segment: Segment, row: number, hasOlder: boolean): boolean {
  return segment.live[row] === 1 || (hasOlder && isTombstone(segment, row));
}

function keptPositions(segment: Segment, hasOlder: boolean): readonly RowPosition[] {
  const positions: RowPosition[] = [];
  for (let row = 0; row < segment.count; row++) {
    if (isKept(segment, row, hasOlder)) positions.push({ segment, row });
  }
  return positions;
}

function countKept(segment: Segment, hasOlder: boolean): number {
  let count = 0;
  for (let row = 0; row < segment.count; row++) count += Number(isKept(segment, row, hasOlder));
  return count;
}

function requireId(ids: ReadonlyMap<Segment, number>, segment: Segment): number {
  const id = ids.get(segment);
  if (id === undefined) throw new Error('A segment of no record.'); // Every segment in a table came from one.
  return id;
}
