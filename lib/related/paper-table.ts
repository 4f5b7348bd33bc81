import { hashText } from '../text/hash';
import type { RowPlace, Segment } from './segment';

/**
 * The loaded segments, oldest first, and which of their rows stand for a paper: the newest of each key.
 *
 * Keys are found by an open hash table of row numbers, since a `Map` of 100,000 keys would take 10 MB and 30
 * ms at each start. Cost: 2 MB and some 5 ms for 100,000 papers.
 */
export interface PaperTable {
  readonly segments: readonly Segment[];
  /** Papers, which are the rows that are live. */
  readonly count: number;
  /** The row of a paper, or null when the table has none. */
  find(key: string): RowPlace | null;
  /** Adds a segment that is newer than all others; older rows of its papers are no longer live. */
  append(segment: Segment): void;
  /** Puts one segment in the place of neighbours whose rows it holds; null leaves nothing there. */
  replace(replaced: readonly Segment[], merged: Segment | null): void;
}

/** Makes a table of segments, oldest first. */
export function createPaperTable(loaded: readonly Segment[] = []): PaperTable {
  let segments: Segment[] = [];
  /** Rows of all segments before each segment: row numbers run through all segments. */
  let bases: number[] = [];
  let rowCount = 0;
  let liveCount = 0;
  /** Row numbers plus 1, by the hash of their keys; 0 is free. At most half full. */
  let slots = new Uint32Array(16);
  /** The hashes themselves, so that hardly any other key is looked at. */
  let slotHashes = new Uint32Array(16);
  let taken = 0;

  function placeOf(rowNumber: number): RowPlace {
    let low = 0;
    let high = bases.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((bases[middle] ?? 0) <= rowNumber) low = middle;
      else high = middle - 1;
    }
    const segment = segments[low];
    if (segment === undefined) throw new Error('A row number of no segment.'); // Slots hold numbers of rows only.
    return { segment, row: rowNumber - (bases[low] ?? 0) };
  }

  /** The slot of a key, or the free one where it belongs. */
  function slotOf(hash: number, isKey: (place: RowPlace) => boolean): number {
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const rowNumber = slots[slot] ?? 0;
      if (rowNumber === 0 || (slotHashes[slot] === hash && isKey(placeOf(rowNumber - 1)))) return slot;
    }
  }

  function insertRows(segment: Segment, base: number): void {
    const mask = slots.length - 1;
    const { count, keyHashes, live } = segment;
    for (let row = 0; row < count; row++) {
      const hash = keyHashes[row] as number; // One a row.
      let slot = hash & mask;
      // Nearly every key is new and finds its slot free: no closure is made for it.
      if (slots[slot] !== 0) slot = slotOf(hash, (other) => hasSameKey(other, { segment, row }));
      const known = slots[slot] ?? 0;
      if (known === 0) taken++;
      else {
        const older = placeOf(known - 1);
        liveCount -= older.segment.live[older.row] ?? 0;
        older.segment.live[older.row] = 0;
      }
      slots[slot] = base + row + 1;
      slotHashes[slot] = hash;
      liveCount += live[row] as number; // As above.
    }
  }

  function append(segment: Segment): void {
    // Grown before, since every row may bring a new key.
    if ((taken + segment.count) * 2 > slots.length) rebuild([...segments, segment]);
    else {
      segments.push(segment);
      bases.push(rowCount);
      insertRows(segment, rowCount);
      rowCount += segment.count;
    }
  }

  function rebuild(all: readonly Segment[]): void {
    segments = [];
    bases = [];
    rowCount = 0;
    liveCount = 0;
    taken = 0;
    const rows = all.reduce((sum, { count }) => sum + count, 0);
    slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, rows * 2))));
    slotHashes = new Uint32Array(slots.length);
    for (const segment of all) append(segment);
  }

  rebuild(loaded);
  return {
    get segments() {
      return segments;
    },
    get count() {
      return liveCount;
    },
    find(key) {
      const bytes = new TextEncoder().encode(key);
      const slot = slotOf(hashText(key), ({ segment, row }) => isSame(keyBytes(segment, row), bytes));
      const rowNumber = slots[slot] ?? 0;
      if (rowNumber === 0) return null;
      const place = placeOf(rowNumber - 1);
      return place.segment.live[place.row] === 1 ? place : null;
    },
    append,
    replace(replaced, merged) {
      const [first] = replaced;
      const rest = segments.flatMap((segment) => {
        if (segment === first && merged !== null) return [merged];
        return replaced.includes(segment) ? [] : [segment];
      });
      rebuild(rest);
    },
  };
}

function hasSameKey(one: RowPlace, other: RowPlace): boolean {
  return isSame(keyBytes(one.segment, one.row), keyBytes(other.segment, other.row));
}

function keyBytes({ keys, keyStarts }: Segment, row: number): Uint8Array {
  return keys.subarray(keyStarts[row], keyStarts[row + 1]);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
