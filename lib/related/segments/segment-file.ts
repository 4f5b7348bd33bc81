import { checksumOf, hashText } from '../../text/hash';
import { fillKeySlots, keyBytes } from './key-slots';
import {
  type ArrayColumn,
  arrayAt,
  ARRAYS,
  byteLengthOf,
  COLUMNS,
  columnsOf,
  HEADER_BYTES,
  type ListColumn,
  LISTS,
  type NumberColumn,
  NUMBERS,
  type RowPosition,
  type Segment,
  type SegmentColumns,
  type SegmentShape,
} from './segment';
import type { SegmentRow } from './segment-row';

/** To be increased when the columns or their content change: papers are then encoded again. */
export const SEGMENT_FORMAT = 2;

/** `PKSG`, little-endian. */
const MAGIC = 0x47_53_4b_50;
/** Fields of the header, in units of 4 bytes; each list of the columns has one. */
const FIELD = {
  magic: 0,
  format: 1,
  version: 2,
  byteLength: 3,
  checksum: 4,
  count: 5,
  dimensions: 6,
  words: 7,
  people: 8,
  topics: 9,
  keys: 10,
  live: 11,
} as const satisfies Readonly<Record<keyof SegmentShape, number>> & Readonly<Record<string, number>>;

const SHAPE = ['count', 'dimensions', ...LISTS] as const satisfies readonly (keyof SegmentShape)[];

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
  const shape = shapeOf(rows, dimensions);
  const bytes = new ArrayBuffer(byteLengthOf(shape));
  const header = new Uint32Array(bytes, 0, HEADER_BYTES / 4);
  for (const name of SHAPE) header[FIELD[name]] = shape[name];
  const columns = columnsOf(bytes, shape);
  fillColumns(columns, rows);
  seal(bytes, columns, version);
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

/**
 * Finishes a segment: writes the hash table of its keys, then magic, format, version (what the rows were made
 * with), length and checksum.
 */
function seal(bytes: ArrayBuffer, columns: SegmentColumns, version: string): void {
  fillKeySlots(columns, (row) => columns.live.fill(0, row, row + 1));
  const header = new Uint32Array(bytes, 0, HEADER_BYTES / 4);
  header[FIELD.magic] = MAGIC;
  header[FIELD.format] = SEGMENT_FORMAT;
  header[FIELD.version] = hashText(version);
  header[FIELD.byteLength] = bytes.byteLength;
  header[FIELD.live] = columns.live.reduce((sum, live) => sum + live, 0);
  header[FIELD.checksum] = checksum(bytes);
}

/**
 * Reads the bytes of a segment, checking only what costs nothing: magic, format, version, length. Its columns
 * are views of the bytes, except `live`, which changes.
 *
 * Shape: null for bytes that are cut off, of another format, or made with another version. Only
 * `isWholeSegment` finds other damage; until then wrong values give wrong rows, never an error.
 */
export function parseSegment(bytes: ArrayBuffer, version: string): Segment | null {
  if (bytes.byteLength < HEADER_BYTES) return null;
  const header = new Uint32Array(bytes, 0, HEADER_BYTES / 4);
  const field = (name: keyof typeof FIELD): number => header[FIELD[name]] ?? 0;
  const shape = Object.fromEntries(SHAPE.map((name) => [name, field(name)])) as SegmentShape; // Each name's.
  const isKnown =
    field('magic') === MAGIC && field('format') === SEGMENT_FORMAT && field('version') === hashText(version);
  const isComplete =
    field('byteLength') === bytes.byteLength && byteLengthOf(shape) === bytes.byteLength && shape.count > 0;
  if (!isKnown || !isComplete) return null;
  const columns = columnsOf(bytes, shape);
  return {
    ...columns,
    count: shape.count,
    live: columns.live.slice(),
    liveCount: field('live'),
    keyOf: (row) => keyAt(columns, row),
  };
}

/**
 * True when the bytes have not changed since they were sealed. Cost: 0.4 ms a megabyte, so ask after the
 * first answer.
 */
export function isWholeSegment(bytes: ArrayBuffer): boolean {
  if (bytes.byteLength < HEADER_BYTES) return false;
  return new Uint32Array(bytes, 0, HEADER_BYTES / 4)[FIELD.checksum] === checksum(bytes);
}

/** The checksum of everything but its own field: the header's other fields, then the columns. */
function checksum(bytes: ArrayBuffer): number {
  const before = checksumOf(new Uint8Array(bytes, 0, FIELD.checksum * 4));
  return (before ^ checksumOf(new Uint8Array(bytes, (FIELD.checksum + 1) * 4))) >>> 0;
}

const decoder = new TextDecoder();

function keyAt(columns: SegmentColumns, row: number): string {
  return decoder.decode(keyBytes(columns, row));
}
