import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, type Vocabulary } from '../../../lib/topics/vocabulary';

function vocabularyOf(...papers: readonly (readonly string[])[]): Vocabulary {
  const vocabulary = createVocabulary();
  for (const keywords of papers) vocabulary.count(keywords, 1);
  return vocabulary;
}

describe('topicsOf', () => {
  it('finds topics of the feed in a text', () => {
    const vocabulary = vocabularyOf(['coding agents', 'flow matching'], ['coding agents'], ['flow matching']);
    expect(vocabulary.topicsOf('We train Coding-Agents by flow matching.', [])).toEqual([
      'coding agents',
      'flow matching',
    ]);
  });

  it('takes singular and plural, hyphens and case for one topic, in the spelling used most', () => {
    const vocabulary = vocabularyOf(
      ['large language model'],
      ['Large Language Models'],
      ['Large Language Models'],
      ['large-language models'],
    );
    expect(vocabulary.topicsOf('A large language model.', [])).toEqual(['Large Language Models']);
  });

  it.each<[string, readonly (readonly string[])[], string, readonly string[]]>([
    ['only one paper has', [['my coinage']], 'my coinage my coinage', []],
    ['is one word that comes up once', [['robotics'], ['robotics']], 'robotics', []],
    [
      'says nothing',
      [['new methods'], ['new methods'], ['results'], ['results']],
      'new methods and results, results, results',
      [],
    ],
    [
      'lies inside a better one',
      [['agents'], ['agents'], ['coding agents'], ['coding agents']],
      'coding agents and coding agents',
      ['coding agents'],
    ],
    [
      'is empty',
      [
        ['', '🙂'],
        ['', '🙂'],
      ],
      ' 🙂 ',
      [],
    ],
  ])('leaves out a topic that %s', (_, papers, text, expected) => {
    expect(vocabularyOf(...papers).topicsOf(text, [])).toEqual(expected);
  });

  it('takes one word when the paper itself says so, or when it comes up again and again', () => {
    const vocabulary = vocabularyOf(['robotics'], ['robotics']);
    expect(vocabulary.topicsOf('', ['Robotics'])).toEqual(['robotics']);
    expect(vocabulary.topicsOf('Robotics for robotics in robotics', [])).toEqual(['robotics']);
  });

  it('prefers the paper’s own keywords, and gives five at most', () => {
    const names = ['a graph', 'tax law', 'ocean wave', 'protein fold', 'robot grasp', 'speech code'].map(
      (name) => `${name} topic`,
    );
    const vocabulary = vocabularyOf(names, names);
    const topics = vocabulary.topicsOf(names.join('. '), ['speech code topic']);
    expect(topics).toHaveLength(5);
    expect(topics[0]).toBe('speech code topic');
  });

  it('counts out what was counted in', () => {
    const keywords = fc.array(
      fc.constantFrom('coding agents', 'Coding agent', 'flow matching', 'agents', 'the'),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(keywords, { maxLength: 5 }), keywords, (papers, passing) => {
        const vocabulary = vocabularyOf(...papers);
        const text = 'Coding agents, flow matching, agents and agents';
        const before = vocabulary.topicsOf(text, []);
        vocabulary.count(passing, 1);
        vocabulary.count(passing, -1);
        expect(vocabulary.topicsOf(text, [])).toEqual(before);
      }),
    );
  });
});
