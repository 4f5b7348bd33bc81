import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf, hashText } from '../../../lib/text/hash';

describe('hashText', () => {
  // Stored in segments, and rows of the model: another value would lose them all.
  it.each([
    ['', 2_872_998_923],
    ['a', 444_641_715],
    ['agent', 1_034_671_018],
    ['<lora', 1_645_092_194],
    ['强化', 2_210_574_419],
    ['🙂', 2_208_423_841],
  ])('gives %j the number it has always had', (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });

  it('spreads similar texts evenly over few buckets', () => {
    const buckets = new Uint32Array(64);
    for (let number = 0; number < 6400; number++) {
      const bucket = hashText(`term${number}`) % 64;
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    expect(Math.min(...buckets)).toBeGreaterThan(60);
    expect(Math.max(...buckets)).toBeLessThan(145);
  });
});

describe('checksumOf', () => {
  it.each([
    [[], 2_166_136_261],
    [[1], 84_696_351],
    [[1, 2, 3, 4], 1_355_340_496],
    [[1, 2, 3, 4, 5], 87_522_098],
  ])('gives the bytes %j the number they have always had', (bytes, checksum) => {
    expect(checksumOf(Uint8Array.from(bytes))).toBe(checksum);
  });

  it('changes with any one byte, and with the length', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, at, step) => {
        const position = at % given.length;
        const changed = given.with(position, (given[position] ?? 0) ^ step);
        expect(checksumOf(changed)).not.toBe(checksumOf(given));
        expect(checksumOf(given.subarray(0, -1))).not.toBe(checksumOf(given));
      }),
    );
  });

  it('does not depend on the position of the bytes', () => {
    const bytes = Uint8Array.from([9, 9, 9, 1, 2, 3, 4, 5]);
    expect(checksumOf(bytes.subarray(3))).toBe(checksumOf(Uint8Array.from([1, 2, 3, 4, 5])));
  });
});
