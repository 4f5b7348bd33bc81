import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTopics } from '../../../../lib/topics/find/create-topics';
import { taggedPaper, topicsFile } from '../../../support/related/topics';

const CATEGORIES = [
  { id: 'cs.CL', name: 'Computation and Language' },
  { id: 'cs.RO', name: 'Robotics' },
  { id: 'cs.SY', name: 'Systems and Control' },
  { id: 'eess.SY', name: 'Systems and Control' },
];

const CHANCES = {
  agent: 0.15,
  'coding agent': 0.6,
  'flow matching': 0.7,
  'large language model': 0.5,
  robotic: 0.3,
  'contrastive language image pretraining': 0.5,
  'tool use': 0.4,
  'image editing': 0.4,
};

function build(overrides: Parameters<typeof topicsFile>[1] = {}) {
  return createTopics(topicsFile(CHANCES, overrides), { categories: CATEGORIES });
}

const keysOf = (topics: ReturnType<typeof build>, paper: Parameters<typeof taggedPaper>[0]) =>
  topics.topicsOf(taggedPaper(paper)).map(({ key }) => key);

describe('topicsOf', () => {
  it('finds known names in title and abstract, by any of their variants, best first', () => {
    const topics = build().topicsOf(
      taggedPaper({ title: 'LLMs by Flow-Matching', abstract: 'Flow matching is fine.' }),
    );

    expect(topics).toEqual([
      { key: 'flow matching', name: 'flow matchings', kind: 'name' },
      { key: 'large language model', name: 'large language models', kind: 'name' },
    ]);
  });

  it('never lets a part of a name displace it', () => {
    expect(keysOf(build(), { title: 'Coding agents: coding agents and coding agents' })).toEqual([
      'coding agent',
    ]);
  });

  it('puts the paper’s own keywords first, even if the text has no such words', () => {
    const paper = { title: 'Flow matching', keywords: ['Agents', 'tool use', 'my own coinage'] };
    expect(keysOf(build(), paper)).toEqual(['tool use', 'agent', 'flow matching']);
  });

  it('gives at most five names', () => {
    expect(keysOf(build(), { title: '', keywords: Object.keys(CHANCES) })).toHaveLength(5);
  });

  it('adds the categories by their readable names, each once, and none that is already there', () => {
    const topics = build();
    expect(
      keysOf(topics, { title: 'A coding agent', categories: ['cs.CL', 'cs.SY', 'eess.SY', 'xx.YY'] }),
    ).toEqual(['coding agent', 'computation and language', 'system and control']);
    expect(keysOf(topics, { keywords: ['robotics'], categories: ['cs.RO'] })).toEqual(['robotic']);
  });

  it.each<[string, string]>([
    ['an empty text', ''],
    ['emoji', '🙂🙃 🙂'],
    ['LaTeX alone', String.raw`$\frac{\alpha}{\beta}$ $$\sum_i x_i$$`],
    ['another language', '这篇论文研究扩散模型。Это другая работа.'],
  ])('finds nothing in %s', (_, text) => {
    expect(keysOf(build(), { title: text, abstract: text })).toEqual([]);
  });

  it('reads a long text up to a limit', () => {
    const filler = 'nothing here. '.repeat(3000);
    expect(keysOf(build(), { title: 'Flow matching', abstract: `${filler} coding agents` })).toEqual([
      'flow matching',
    ]);
  });

  it('gives different topics, whatever the text', () => {
    const topics = build();
    const word = fc.constantFrom('tool use', ...'coding agents LLM (LLM) flow matching . ('.split(' '));
    fc.assert(
      fc.property(fc.array(word), fc.array(fc.constantFrom(...Object.keys(CHANCES))), (words, keywords) => {
        const keys = keysOf(topics, { title: words.join(' '), keywords, categories: ['cs.RO', 'cs.RO'] });
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('keyOf', () => {
  it.each([
    ['LLMs', 'large language model'],
    ['clip', 'contrastive language image pretraining'],
    ['cs.cl', 'computation and language'],
    ['Computation and Language', 'computation and language'],
    ['Robotics', 'robotic'],
    ['cs.RO', 'robotic'],
    ['flow matching model', 'flow matching'],
    ['quantum knitting', null],
    ['', null],
  ])('takes "%s" for %s', (name, key) => {
    const topics = build({ aliases: new Map([['flow matching model', 'flow matching']]) });
    expect(topics.keyOf(name)).toBe(key);
  });
});

describe('nameOf', () => {
  it('names topics and categories, and nothing else', () => {
    const topics = build();
    expect(
      ['flow matching', 'computation and language', 'quantum knitting'].map((key) => topics.nameOf(key)),
    ).toEqual(['flow matchings', 'Computation and Language', null]);
  });
});

describe('version', () => {
  it('is that of the file', () => {
    expect(build().version).toBe(topicsFile(CHANCES).version);
  });
});
