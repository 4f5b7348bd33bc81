import {
  type ArrayColumn,
  arrayAt,
  ARRAYS,
  COLUMNS,
  type ListColumn,
  LISTS,
  type NumberColumn,
  NUMBERS,
  type RowPosition,
  type SegmentColumns,
  type SegmentShape,
} from './segment';
import { allocateSegment, sealSegment } from './segment-file';
import type { SegmentRow } from './segment-row';

/** What rows are made with: one segment cannot hold rows of two versions. */
export interface SegmentVersion {
  readonly version: string;
  readonly dimensions: number;
}

/** Where the rows of a new segment come from. */
interface RowSource {
  readonly count: number;
  readonly number: (name: NumberColumn, row: number) => number;
  readonly array: (name: ArrayColumn, row: number) => ArrayLike<number>;
}

/** Writes rows as the bytes of a segment. */
export function packRows(version: SegmentVersion, rows: readonly SegmentRow[]): ArrayBuffer {
  const at = (row: number): SegmentRow => rows[row] as SegmentRow; // Within them.
  return pack(version, {
    count: rows.length,
    number: (name, row) => COLUMNS[name].from(at(row)),
    array: (name, row) => COLUMNS[name].from(at(row)),
  });
}

/** Writes rows of other segments of the same version as one, in the order given. Cost: about 1 ms a megabyte. */
export function packPositions(version: SegmentVersion, positions: readonly RowPosition[]): ArrayBuffer {
  const at = (row: number): RowPosition => positions[row] as RowPosition; // Within them.
  return pack(version, {
    count: positions.length,
    number: (name, row) => at(row).segment[name][at(row).row] ?? 0,
    array: (name, row) => arrayAt(at(row).segment, name, at(row).row),
  });
}

function pack({ version, dimensions }: SegmentVersion, rows: RowSource): ArrayBuffer {
  const { bytes, columns } = allocateSegment(shapeOf(rows, dimensions));
  fillColumns(columns, rows);
  sealSegment(bytes, columns, version);
  return bytes;
}

/** The shape of a segment of these rows. */
function shapeOf({ count, array }: RowSource, dimensions: number): SegmentShape {
  const lengths = LISTS.map((name) => {
    let length = 0;
    for (let row = 0; row < count; row++) length += array(name, row).length;
    return [name, length];
  });
  return { count, dimensions, ...(Object.fromEntries(lengths) as Record<ListColumn, number>) }; // Each list's.
}

/** Writes rows into the columns of a new segment. */
function fillColumns(columns: SegmentColumns, { count, number, array }: RowSource): void {
  for (const name of NUMBERS) {
    const target = columns[name];
    for (let row = 0; row < count; row++) target[row] = number(name, row);
  }
  for (const name of ARRAYS) {
    const column = COLUMNS[name];
    const target = columns[name];
    let end = 0;
    for (let row = 0; row < count; row++) {
      const values = array(name, row);
      target.set(values, end);
      end += values.length;
      if (column.per === 'item') columns[column.starts][row + 1] = end;
    }
  }
}
