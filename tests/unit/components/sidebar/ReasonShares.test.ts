import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reasonShares } from '../../../../components/sidebar/ReasonShares';
import type { Reason } from '../../../../lib/model/related';

const phrase = (name: string, share: number): Reason => ({
  kind: 'phrase',
  phrase: name,
  share,
  positions: [],
});
const topic = (name: string, share: number): Reason => ({ kind: 'topic', topic: name, share });
const author = (name: string, share: number): Reason => ({ kind: 'author', name, share });
const rest = (share: number): Reason => ({ kind: 'rest', share });

/** Kind and percentage of each line. */
function lines(...reasons: readonly Reason[]): readonly string[] {
  return reasonShares(reasons).map(({ reasons: [first], percent }) => `${first.kind} ${percent}`);
}

describe('reasonShares', () => {
  it('gives the greatest part first, and the rest last', () => {
    expect(lines(phrase('a', 0.1), phrase('b', 0.3), topic('t', 0.2), rest(0.4))).toEqual([
      'phrase 30',
      'topic 20',
      'phrase 10',
      'rest 40',
    ]);
  });

  it('tells all topics in one line, and all authors', () => {
    const shares = reasonShares([
      topic('t', 0.1),
      topic('u', 0.2),
      author('A', 0.1),
      author('B', 0.1),
      rest(0.5),
    ]);
    expect(shares.map(({ reasons, percent }) => [reasons.length, percent])).toEqual([
      [2, 30],
      [2, 20],
      [1, 50],
    ]);
  });

  it('shows a part that counts against the paper as 0, and the rest less by it', () => {
    expect(lines(phrase('a', 0.6), phrase('b', -0.2), rest(0.6))).toEqual([
      'phrase 60',
      'phrase 0',
      'rest 40',
    ]);
  });

  it('leaves the rest out where it counts against the paper', () => {
    expect(lines(phrase('a', 0.9), phrase('b', 0.6), rest(-0.5))).toEqual(['phrase 60', 'phrase 40']);
  });

  it('rounds so that the lines sum to 100', () => {
    expect(lines(phrase('a', 0.336), phrase('b', 0.331), rest(0.333))).toEqual([
      'phrase 34',
      'phrase 33',
      'rest 33',
    ]);
  });

  it('gives all to the rest where nothing else is known', () => {
    expect(lines(rest(1))).toEqual(['rest 100']);
    expect(lines()).toEqual(['rest 100']);
  });

  it('sums to 100 for any parts', () => {
    const share = fc.double({ min: -0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 8 }), (shares) => {
        const named = shares.map((part, position) => phrase(String(position), part));
        const left = 1 - shares.reduce((sum, part) => sum + part, 0);
        const shown = reasonShares([...named, rest(left)]);
        expect(shown.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
        expect(shown.every(({ percent, share: part }) => percent >= 0 && part >= 0 && part <= 1)).toBe(true);
      }),
    );
  });
});
