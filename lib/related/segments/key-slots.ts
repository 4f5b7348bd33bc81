import type { Segment } from './segment';

/** The columns by which a row is found by its key. */
export type KeyColumns = Pick<Segment, 'keyHashes' | 'keySlots' | 'keyStarts' | 'keys'>;

/** Slots for a number of rows: a power of two, at most half of them taken. */
export function keySlotCount(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2)));
}

/**
 * Fills a segment's hash table of row numbers (plus 1; 0 is free). It is stored with the segment, since a
 * freshly started worker takes 7 ms to make one for 10,000 rows. Of two rows with the same key the later one
 * stays; `onReplaced` gets the earlier.
 */
export function fillKeySlots(columns: KeyColumns, onReplaced: (row: number) => void): void {
  const { keyHashes, keySlots } = columns;
  for (let row = 0; row < keyHashes.length; row++) {
    const slot = slotOf(columns, keyHashes[row] ?? 0, keyBytes(columns, row));
    const known = keySlots[slot] ?? 0;
    if (known !== 0) onReplaced(known - 1);
    keySlots[slot] = row + 1;
  }
}

/** The row of a key, by its hash and its bytes; -1 when the segment has none. */
export function rowOfKey(columns: KeyColumns, hash: number, key: Uint8Array): number {
  return (columns.keySlots[slotOf(columns, hash, key)] ?? 0) - 1;
}

/** `rowOfKey` of another segment's row. It reads the bytes only if the hashes agree, which is rare. */
export function rowOfSameKey(columns: KeyColumns, other: KeyColumns, row: number): number {
  const { keyHashes, keySlots } = columns;
  const hash = other.keyHashes[row] as number; // One a row.
  const mask = keySlots.length - 1;
  for (let step = 0; step <= mask; step++) {
    const taken = keySlots[(hash + step) & mask] as number; // Within the table.
    if (taken === 0) return -1;
    if (keyHashes[taken - 1] === hash) return rowOfKey(columns, hash, keyBytes(other, row));
  }
  return -1;
}

/** A row's key in UTF-8. */
export function keyBytes({ keys, keyStarts }: KeyColumns, row: number): Uint8Array {
  return keys.subarray(keyStarts[row], keyStarts[row + 1]);
}

/** The slot of a key, or the free slot where it belongs; -1 in a damaged table that has neither. */
function slotOf(columns: KeyColumns, hash: number, key: Uint8Array): number {
  const { keyHashes, keySlots } = columns;
  const mask = keySlots.length - 1;
  for (let step = 0; step <= mask; step++) {
    const slot = (hash + step) & mask;
    const row = (keySlots[slot] ?? 0) - 1;
    if (row === -1 || (keyHashes[row] === hash && isSame(keyBytes(columns, row), key))) return slot;
  }
  return -1;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, position) => byte === other[position]);
}
