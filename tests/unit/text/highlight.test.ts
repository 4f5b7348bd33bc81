import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTyped, splitAt, type TextRange } from '../../../lib/text/highlight';

const show = (text: string, ranges: readonly TextRange[]): string =>
  splitAt(text, ranges)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

describe('splitAt', () => {
  it.each<[string, string, string, string]>([
    ['at a position', 'coding agents read', '0-13', '[coding agents] read'],
    ['at several, in any order', 'coding agents read', '14-18 0-6', '[coding] agents [read]'],
    ['overlapping ones as one', 'coding agents read', '0-13 7-18', '[coding agents read]'],
    ['one inside another as the other', 'coding agents', '0-13 2-4', '[coding agents]'],
    ['those that touch as one', 'abcd', '0-2 2-4', '[abcd]'],
    ['empty and reversed ones not at all', 'abcd', '2-2 3-1', 'abcd'],
    ['up to the end', 'abcd', '2-9 12-14', 'ab[cd]'],
    ['nothing', '', '0-3', ''],
  ])('marks %s', (_, text, written, expected) => {
    const pairs = written.split(' ').map((range) => range.split('-').map(Number));
    const ranges = pairs.map(([start = 0, end = 0]) => ({ start, end }));
    expect(show(text, ranges)).toBe(expected);
  });

  it('marks from the beginning', () => {
    expect(show('abcd', [{ start: -3, end: 1 }])).toBe('[a]bcd');
  });

  it('keeps the text, never gives an empty part, and alternates', () => {
    const range = fc.record({
      start: fc.integer({ min: -5, max: 50 }),
      end: fc.integer({ min: -5, max: 60 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(range, { maxLength: 8 }), (text, ranges) => {
        const parts = splitAt(text, ranges);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        expect(parts.some((part, position) => part.isMarked === parts[position + 1]?.isMarked)).toBe(false);
      }),
    );
  });

  it('marks exactly the letters in a range', () => {
    const range = fc.record({ start: fc.nat({ max: 30 }), end: fc.nat({ max: 30 }) });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const marks = splitAt('x'.repeat(30), ranges).flatMap(({ text, isMarked }) =>
          Array.from(text, () => isMarked),
        );
        const expected = marks.map((_, position) =>
          ranges.some(({ start, end }) => start <= position && position < end),
        );
        expect(marks).toEqual(expected);
      }),
    );
  });
});

describe('findTyped', () => {
  it.each([
    ['coding agent ', 'Coding agents read code', '[Coding] [agents] read code'],
    ['"flow matching"', 'Flow-matching: flows match', '[Flow]-[matching]: [flows] match'],
    ['the agents', 'the agent', 'the [agent]'],
    ['the ', 'the agent of theory', '[the] agent of theory'],
    [
      'author:ito topic:"flow"',
      'The author of a topic is Ito: flow',
      'The author of a topic is [Ito]: [flow]',
    ],
    ['schrödinger ', 'Schrödinger und SCHRÖDINGER', '[Schrödinger] und [SCHRÖDINGER]'],
    ['强化学习', '用强化学习。', '用[强化学习]。'],
    ['…', 'nothing …', 'nothing …'],
    ['', 'nothing', 'nothing'],
  ])('marks the words of %j', (typed, text, expected) => {
    expect(show(text, findTyped(text, typed))).toBe(expected);
  });

  it('takes an unfinished last word for the beginning of others', () => {
    const text = 'Diffusion and diffusing';
    expect(show(text, findTyped(text, 'diffus'))).toBe('[Diffusion] and [diffusing]');
    expect(show(text, findTyped(text, 'diffus '))).toBe(text);
    expect(show(text, findTyped(text, 'di'))).toBe(text);
  });
});
