import { describe, expect, it } from 'vitest';
import { isRecord, parseJson } from '../../../../lib/sites/shared/json';

describe('parseJson', () => {
  it('gives the value, or null for what is no JSON or too long', () => {
    expect(parseJson('[1]')).toEqual([1]);
    expect(parseJson('[1')).toBeNull();
    expect(parseJson(`"${'x'.repeat(500_001)}"`)).toBeNull();
  });
});

describe('isRecord', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['x', false],
  ])('of %j is %s', (value, expected) => {
    expect(isRecord(value)).toBe(expected);
  });
});
