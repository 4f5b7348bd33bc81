import { describe, expect, it } from 'vitest';
import { MAX_CHARS, readWords } from '../../../../lib/related/segments/paper-words';

describe('readWords', () => {
  it('reads title and abstract into words with their positions, and marks those that say nothing', () => {
    const fields = readWords({ title: 'The Agents', abstract: 'of flow' });
    expect(
      fields.map(({ field, text, words }) => [
        field,
        words.map(({ term, start, end, isStop }) => [term, text.slice(start, end), isStop]),
      ]),
    ).toEqual([
      [
        'title',
        [
          ['the', 'The', true],
          ['agent', 'Agents', false],
        ],
      ],
      [
        'abstract',
        [
          ['of', 'of', true],
          ['flow', 'flow', false],
        ],
      ],
    ]);
  });

  it('reads a missing abstract as an empty one', () => {
    expect(readWords({ title: 'Flow' })[1]).toEqual({ field: 'abstract', text: '', words: [] });
  });

  it('reads only the beginning of a full text', () => {
    const [, abstract] = readWords({ title: '', abstract: 'flow '.repeat(MAX_CHARS) });
    expect(abstract?.words.at(-1)?.end).toBeLessThanOrEqual(MAX_CHARS);
  });
});
