import { describe, expect, it } from 'vitest';
import { isWholeSections, packSections, readSections } from '../../../../lib/topics/vocabulary/sections';

describe('readSections', () => {
  const packed = packSections({
    facts: { made: 'for tests' },
    parts: new Map<string, ArrayBufferView<ArrayBuffer>>([
      ['odd', Uint8Array.from([1, 2, 3])],
      ['numbers', Uint16Array.from([500, 6])],
      ['none', new Uint8Array()],
    ]),
  });

  it('gives back the parts, each from a multiple of four bytes', () => {
    const { facts, parts } = readSections(packed.buffer);
    expect(facts).toEqual({ made: 'for tests' });
    expect([...parts.keys()]).toEqual(['odd', 'numbers', 'none']);
    expect(parts.get('odd')).toEqual(Uint8Array.from([1, 2, 3]));
    expect([...parts.values()].map(({ byteOffset }) => byteOffset % 4)).toEqual([0, 0, 0]);
  });

  it.each([1, 5, 40, packed.length - 1])('refuses a file of %i bytes', (length) => {
    expect(() => readSections(packed.buffer.slice(0, length))).toThrow(/^The file of topics cannot be read/);
  });
});

describe('isWholeSections', () => {
  it('notices every changed byte of the content', () => {
    const packed = packSections({ facts: {}, parts: new Map([['one', Uint8Array.from([1, 2, 3, 4, 5])]]) });
    expect(isWholeSections(packed.buffer)).toBe(true);
    for (let position = packed.length - 8; position < packed.length; position++) {
      const changed = packed.slice();
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(isWholeSections(changed.buffer)).toBe(false);
    }
  });
});
