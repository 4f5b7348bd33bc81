import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMarked } from '../../../lib/text/highlight';

const show = (text: string, phrases: readonly string[]): string =>
  splitMarked(text, phrases)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

describe('splitMarked', () => {
  it.each([
    ['Coding agents read code', ['coding agents'], '[Coding agents] read code'],
    ['long-range and long range', ['long range'], '[long-range] and [long range]'],
    ['line\nbreak: flow\n  matching', ['flow matching'], 'line\nbreak: [flow\n  matching]'],
    ['agent, agents, agentic', ['agent'], '[agent], [agents], agentic'],
    ['end. Matching flow', ['end matching'], 'end. Matching flow'],
    ['graph neural networks', ['graph', 'graph neural networks'], '[graph neural networks]'],
    ['graph neural nets', ['graph', 'graph neural networks'], '[graph] neural nets'],
    ['a b a b c', ['a b c'], 'a b [a b c]'],
    ['Schrödinger und SCHRÖDINGER', ['schrödinger'], '[Schrödinger] und [SCHRÖDINGER]'],
    ['扩散 模型 works', ['扩散 模型'], '[扩散 模型] works'],
    ['3D 😀 vision', ['3d', 'vision'], '[3D] 😀 [vision]'],
    ['C++ and (C)', ['c'], '[C]++ and ([C])'],
    ['nothing here', ['', '  ', '…'], 'nothing here'],
    ['', ['a'], ''],
  ])('marks whole words of %j', (text, phrases, expected) => {
    expect(show(text, phrases)).toBe(expected);
  });

  it('keeps the text, never gives an empty part, and alternates after a mark', () => {
    const word = fc.constantFrom('a', 'B', 'ab', 'é', '-', ' ', '. ', '中', '𝒳');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (given, phrases) => {
        const parts = splitMarked(given, phrases);
        expect(parts.map((part) => part.text).join('')).toBe(given);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });

  it('stays linear on a text that almost matches everywhere', () => {
    const phrase = `${'a '.repeat(8)}b`;
    expect(splitMarked('a '.repeat(20_000), [phrase])).toHaveLength(1);
  });
});
