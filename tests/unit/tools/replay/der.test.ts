import { describe, expect, it } from 'vitest';
import { der, integer, objectId, utcTime } from '../../../../tools/replay/der';

describe('objectId', () => {
  it.each([
    ['1.2.840.10045.4.3.2', '06082a8648ce3d040302'],
    ['2.5.29.17', '0603551d11'],
  ])('encodes %s', (dotted, hex) => {
    expect(objectId(dotted).toString('hex')).toBe(hex);
  });
});

describe('integer', () => {
  it('adds a zero before a first byte that would read as negative', () => {
    expect(integer(Buffer.from([0x80])).toString('hex')).toBe('02020080');
  });
});

describe('der', () => {
  it.each([
    [127, '047f'],
    [128, '048180'],
    [300, '0482012c'],
  ])('writes the length of %i bytes', (length, head) => {
    expect(der(0x04, Buffer.alloc(length)).toString('hex').startsWith(head)).toBe(true);
  });
});

describe('utcTime', () => {
  it('keeps the seconds and drops the century', () => {
    expect(
      utcTime(Date.UTC(2026, 5, 9, 8, 7, 6))
        .subarray(2)
        .toString(),
    ).toBe('260609080706Z');
  });
});
