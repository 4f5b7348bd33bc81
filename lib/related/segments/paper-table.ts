import { hashText } from '../../text/hash';
import { rowOfKey, rowOfSameKey } from './key-slots';
import type { RowPosition, Segment } from './segment';

/**
 * The loaded segments, oldest first, and which of their rows stand for a paper: the newest of each key.
 *
 * Cost: one look-up for each row outside the largest segment; each segment brings its own hash table.
 */
export interface PaperTable {
  readonly segments: readonly Segment[];
  /** The number of papers, which is the number of live rows. */
  readonly count: number;
  /** The row of a paper, or null when the table has none. */
  find(key: string): RowPosition | null;
  /** Adds a segment newer than all others; older rows of its papers stop being live. */
  append(segment: Segment): void;
  /** Replaces neighbouring segments by one that holds their rows; null only removes them. */
  replace(replaced: readonly Segment[], merged: Segment | null): void;
}

/** Makes a table of segments, oldest first. */
export function createPaperTable(loaded: readonly Segment[] = []): PaperTable {
  let segments: readonly Segment[] = [];

  function append(segment: Segment): void {
    for (const older of segments) supersede(older, segment);
    segments = [...segments, segment];
  }

  loaded.forEach(append);
  return {
    get segments() {
      return segments;
    },
    get count() {
      return countPapers(segments);
    },
    find(key) {
      const [hash, bytes] = [hashText(key), new TextEncoder().encode(key)];
      for (const segment of segments.toReversed()) {
        const row = rowOfKey(segment, hash, bytes);
        if (row !== -1) return segment.live[row] === 1 ? { segment, row } : null;
      }
      return null;
    },
    append,
    replace(replaced, merged) {
      const first = segments.indexOf(replaced[0] ?? ({} as Segment));
      const rest = segments.filter((segment) => !replaced.includes(segment));
      if (merged === null) segments = rest;
      else {
        rest.forEach((other, position) =>
          position < first ? supersede(other, merged) : supersede(merged, other),
        );
        segments = rest.toSpliced(first, 0, merged);
      }
    },
  };
}

/** The number of papers in some segments of one table. */
export function countPapers(segments: readonly Segment[]): number {
  return segments.reduce((sum, { liveCount }) => sum + liveCount, 0);
}

/** Rows of the older segment stop being live if the newer one has their papers, live or as tombstones. */
function supersede(older: Segment, newer: Segment): void {
  const [few, many] = older.count < newer.count ? [older, newer] : [newer, older];
  for (let row = 0; row < few.count; row++) {
    const other = rowOfSameKey(many, few, row);
    if (other === -1) continue;
    const old = few === older ? row : other;
    older.liveCount -= older.live[old] ?? 0;
    older.live[old] = 0;
  }
}
