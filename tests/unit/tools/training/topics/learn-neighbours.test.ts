import { describe, expect, it } from 'vitest';
import { type JudgedMention, learnNeighbours } from '../../../../../tools/training/topics/learn-neighbours';

const judged = (isTrue: boolean, before: string): JudgedMention => ({
  isTrue,
  expected: 0.5,
  before,
  after: '',
});

describe('learnNeighbours', () => {
  it('learns what the words beside a name say, from enough mentions', () => {
    const { before, after } = learnNeighbours([
      ...Array.from({ length: 40 }, () => judged(true, 'through')),
      ...Array.from({ length: 40 }, () => judged(false, 'efficient')),
      judged(true, 'rare'),
    ]);
    expect(before.get('through')).toBeGreaterThan(0.5);
    expect(before.get('efficient')).toBeLessThan(-0.5);
    expect([...before.keys()]).toEqual(['through', 'efficient']);
    expect(after.get('')).toBeCloseTo(0, 1);
  });
});
