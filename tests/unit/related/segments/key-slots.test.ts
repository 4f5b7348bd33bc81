import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillKeySlots,
  type KeyColumns,
  keySlotCount,
  rowOfKey,
  rowOfSameKey,
} from '../../../../lib/related/segments/key-slots';
import { hashText } from '../../../../lib/text/hash';

const encoder = new TextEncoder();

function columnsOf(keys: readonly string[], hashOf = hashText): KeyColumns {
  const encoded = keys.map((key) => encoder.encode(key));
  const keyStarts = new Uint32Array(keys.length + 1);
  encoded.forEach(({ length }, row) => keyStarts.fill((keyStarts[row] ?? 0) + length, row + 1));
  return {
    keyHashes: Uint32Array.from(keys, hashOf),
    keySlots: new Uint32Array(keySlotCount(keys.length)),
    keyStarts,
    keys: Uint8Array.from(encoded.flatMap((bytes) => [...bytes])),
  };
}

describe('the hash table of a segment', () => {
  it('finds the last row of every key and no others, even of keys that share a hash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 3 }), { maxLength: 40 }),
        fc.boolean(),
        (keys, isOneHash) => {
          const hashOf = (key: string): number => (isOneHash ? 7 : hashText(key));
          const columns = columnsOf(keys, hashOf);
          const replaced: number[] = [];
          fillKeySlots(columns, (row) => replaced.push(row));
          for (const key of [...keys, 'another']) {
            expect(rowOfKey(columns, hashOf(key), encoder.encode(key))).toBe(keys.lastIndexOf(key));
            expect(rowOfSameKey(columns, columnsOf([key], hashOf), 0)).toBe(keys.lastIndexOf(key));
          }
          expect(replaced.length).toBe(keys.length - new Set(keys).size);
        },
      ),
    );
  });

  it('ends its search in a table that was damaged', () => {
    const columns = columnsOf(['a', 'b']);
    columns.keySlots.fill(99);
    expect(rowOfKey(columns, hashText('a'), encoder.encode('a'))).toBe(-1);
  });
});
