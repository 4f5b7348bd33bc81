import { hashText } from '../../text/hash';
import type { RowPosition, Segment } from './segment';
import { allocateSegment, sealSegment } from './segment-file';
import type { SegmentRow } from './segment-row';
import type { SegmentColumns } from './segment-shape';

/** What rows are made with: rows of two versions cannot stand in one segment. */
export interface SegmentVersion {
  readonly version: string;
  readonly dimensions: number;
}

type List = 'keys' | 'people' | 'topics' | 'words';
const STARTS = {
  keys: 'keyStarts',
  people: 'peopleStarts',
  topics: 'topicStarts',
  words: 'wordStarts',
} as const;

/** Writes rows as the bytes of a segment. */
export function packRows({ version, dimensions }: SegmentVersion, rows: readonly SegmentRow[]): ArrayBuffer {
  const encoder = new TextEncoder();
  const keys = rows.map(({ key }) => encoder.encode(key));
  const total = (lists: readonly { readonly length: number }[]) =>
    lists.reduce((sum, { length }) => sum + length, 0);
  const { bytes, columns } = allocateSegment({
    count: rows.length,
    dimensions,
    words: total(rows.map(({ words }) => words)),
    people: total(rows.map(({ people }) => people)),
    topics: total(rows.map(({ topics }) => topics)),
    keyBytes: total(keys),
  });
  for (const [row, { key, vector, day, upvotes, sources, title, isLive, ...lists }] of rows.entries()) {
    columns.vectors.set(vector, row * dimensions);
    columns.days[row] = day;
    columns.upvotes[row] = upvotes;
    columns.sources[row] = sources;
    columns.titles[row] = title;
    columns.keyHashes[row] = hashText(key);
    columns.live[row] = Number(isLive);
    setList(columns, 'words', row, lists.words);
    setList(columns, 'people', row, lists.people);
    setList(columns, 'topics', row, lists.topics);
    setList(columns, 'keys', row, keys[row] ?? new Uint8Array());
  }
  sealSegment(bytes, columns, version);
  return bytes;
}

/** Writes rows of other segments of the same version as one, in the order given. Cost: about 1 ms a megabyte. */
export function packPositions(
  { version, dimensions }: SegmentVersion,
  positions: readonly RowPosition[],
): ArrayBuffer {
  const total = (list: List) => positions.reduce((sum, position) => sum + listOf(position, list).length, 0);
  const { bytes, columns } = allocateSegment({
    count: positions.length,
    dimensions,
    words: total('words'),
    people: total('people'),
    topics: total('topics'),
    keyBytes: total('keys'),
  });
  for (const [row, position] of positions.entries()) {
    const { segment, row: from } = position;
    columns.vectors.set(
      segment.vectors.subarray(from * dimensions, (from + 1) * dimensions),
      row * dimensions,
    );
    for (const column of ['days', 'upvotes', 'sources', 'titles', 'keyHashes', 'live'] as const) {
      columns[column][row] = segment[column][from] ?? 0;
    }
    for (const list of ['words', 'people', 'topics', 'keys'] as const) {
      setList(columns, list, row, listOf(position, list));
    }
  }
  sealSegment(bytes, columns, version);
  return bytes;
}

function listOf({ segment, row }: RowPosition, list: List): Segment[List] {
  const starts = segment[STARTS[list]];
  return segment[list].subarray(starts[row], starts[row + 1]);
}

function setList(columns: SegmentColumns, list: List, row: number, values: ArrayLike<number>): void {
  const starts = columns[STARTS[list]];
  const start = starts[row] ?? 0;
  columns[list].set(values, start);
  starts[row + 1] = start + values.length;
}
