import { describe, expect, it } from 'vitest';
import { type Judged, learnNeighbours } from '../../../../tools/train-topics/learn-neighbours';

const judged = (isTrue: boolean, before: string): Judged => ({
  isTrue,
  expected: 0.5,
  before: [before],
  after: [''],
});

describe('learnNeighbours', () => {
  const examples = [
    ...Array.from({ length: 40 }, () => judged(true, 'through')),
    ...Array.from({ length: 40 }, () => judged(false, 'efficient')),
    judged(true, 'rare'),
  ];

  it('learns what the words beside a name say', () => {
    const neighbours = learnNeighbours(examples);
    expect(neighbours.effectOf('before', 'through')).toBeGreaterThan(0.5);
    expect(neighbours.effectOf('before', 'efficient')).toBeLessThan(-0.5);
    expect(neighbours.effectOf('before', 'rare')).toBe(0);
    expect([...neighbours.effects('before').keys()]).toEqual(['through', 'efficient']);
  });

  it('leaves out the example that is to be judged', () => {
    const neighbours = learnNeighbours(examples);
    const own = examples[0];
    expect(neighbours.effectOf('before', 'through', own)).toBeLessThan(
      neighbours.effectOf('before', 'through'),
    );
  });
});
