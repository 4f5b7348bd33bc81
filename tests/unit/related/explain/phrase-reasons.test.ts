import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CHARS, type PaperText, readWords } from '../../../../lib/related/segments/paper-words';
import { createPhraseFinder, isName, phrasesOf } from '../../../../lib/related/explain/phrase-reasons';
import { isStopTerm } from '../../../../lib/text/stop-words';
import { phraseKey } from '../../../../lib/text/words';
import { ODD_TEXTS, TEXT } from '../../../support/related/related-texts';
import { splitPaper, sumOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

/** Words that stand in one of two papers: never reasons alone. */
const COMMON = ['common', 'usual', 'plain'];
const small = wordModel({ words: ['coding', 'agent', 'flow', 'matching', ...COMMON] });
const model = {
  ...small,
  documentFrequencies: small.documentFrequencies.map((count, row) => (row >= 4 && row < 7 ? 500 : count)),
};

function find(asked: Partial<PaperText>, given: Partial<PaperText>) {
  const { query, fields, contributions } = splitPaper(model, asked, given);
  const { occurrences, parts } = contributions;
  const { phrases: found, terms } = createPhraseFinder(model, query.fields)(fields, contributions);
  const isLeft = (position: number): boolean => !terms.has(occurrences[position]?.term ?? '');
  return {
    phrases: found,
    rest: occurrences.filter((_, position) => isLeft(position)),
    all: sumOf(parts),
    left: sumOf(parts.filter((_, position) => isLeft(position))),
  };
}

function phrases(query: Partial<PaperText>, paper: Partial<PaperText>): readonly string[] {
  return find(query, paper).phrases.map(({ phrase }) => phrase);
}

describe('createPhraseFinder', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['as the paper writes it', 'coding agent', 'The Coding-Agents explore', ['Coding-Agents']],
    ['over function words inside it', 'chain of thought', 'A chain of thoughts', ['chain of thoughts']],
    ['no function words', 'we propose a novel method for the', 'we propose a novel method for the', []],
    ['no numbers and letters', 'x 42 7', 'x 42 7', []],
    ['nothing of emoji', '🙂🙂', '🙂🙂', []],
    ['no repeated word for two', 'agents for agents', 'agents for agents', ['agents for agents']],
    ['a run of Chinese letters', '强化学习', '用强化学习', ['强化学习']],
  ])('finds a phrase: %s', (_, title, paperTitle, expected) => {
    expect(phrases({ title }, { title: paperTitle })).toEqual(expected);
  });

  it('takes a lone word only when it is rare, and in a title or spelled like a name', () => {
    const abstract = 'Unlike ImageNet. A flow. Usual.';
    expect(phrases({ title: 'flow', abstract: 'ImageNet. Usual.' }, { abstract }).toSorted()).toEqual([
      'ImageNet',
      'flow',
    ]);
    expect(phrases({ abstract: 'flow. ImageNet.' }, { abstract })).toEqual(['ImageNet']);
  });

  it('lets at most two lone words stand in where nothing better is shared', () => {
    const abstract = 'Common. Usual. Plain.';
    expect(phrases({ abstract }, { abstract: 'plain. common. usual.' })).toHaveLength(2);
    expect(phrases({ title: 'common' }, { abstract })).toEqual(['Common']);
  });

  it('gives the strongest first, at most four, no two with a telling word in common', () => {
    const text = 'coding agent. flow matching. red sky. green sea. blue sun. agent flow.';
    const found = find({ title: text }, { title: text }).phrases;

    const strengths = found.map(({ share }) => share);
    const words = found.flatMap(({ phrase }) => phrase.split(' '));
    expect(found).toHaveLength(4);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    expect(new Set(words).size).toBe(words.length);
  });

  it('says every position of a phrase, in title and abstract', () => {
    const paper = { title: 'Flow matching', abstract: 'We use flow-matching.' };
    const [found] = find({ title: 'flow matching' }, paper).phrases;
    expect(found?.phrase).toBe('Flow matching');
    expect(found?.positions).toEqual([
      { field: 'title', start: 0, end: 13 },
      { field: 'abstract', start: 7, end: 20 },
    ]);
  });

  it('shares the score out: what the phrases have and what is left is all there was', () => {
    const paper = {
      title: 'Coding agents',
      abstract: 'Flow of the coding agent’s ocean, for coding agents.',
    };
    const { phrases: found, rest, all, left } = find({ title: 'coding agents', abstract: 'Seas.' }, paper);

    const told = sumOf(found.map(({ share }) => share));
    expect(found).toHaveLength(1);
    expect(told + left).toBeCloseTo(all, 9);
    expect(rest.map(({ start, end }) => paper.abstract.slice(start, end))).toEqual(['Flow', 'ocean']);
  });

  it('counts a phrase of the model for its last word, possessive or not', () => {
    const paper = { title: "A coding agent's" };
    const { phrases: found, rest } = find({ title: 'coding agent' }, paper);
    expect(found.map(({ phrase }) => phrase)).toEqual(["coding agent's"]);
    expect(rest).toEqual([]);
  });

  it('takes nothing from links, and keeps the positions behind them', () => {
    const abstract = 'See https://github.com/acme/flow-matching for coding agents.';
    const [found, ...others] = find({ title: 'coding agents', abstract }, { abstract }).phrases;
    expect(found?.positions).toEqual([{ field: 'abstract', start: 46, end: 59 }]);
    expect(others).toEqual([]);
  });

  it('reads as far as the score does', () => {
    const abstract = `${'common '.repeat(MAX_CHARS / 7 + 10)} coding agent`;
    expect(phrases({ title: 'coding agent' }, { abstract })).toEqual([]);
  });

  it.each(ODD_TEXTS)('reads a page and a paper of %s', (_, text) => {
    expect(phrases({ title: text, abstract: text }, { title: text, abstract: text }).length).toBeLessThan(5);
  });
});

/** The phrases of a text. */
function phrasesIn(text: string, shared?: ReadonlySet<string>) {
  return readWords({ title: '', abstract: text }).flatMap((field) => phrasesOf(field, shared));
}

const read = (text: string): readonly string[] =>
  phrasesIn(text).map(({ start, end }) => text.slice(start, end));

describe('phrasesOf', () => {
  it.each<[string, string, readonly string[]]>([
    ['runs of words, as the text writes them', 'Coding-Agents', ['Coding', 'Coding-Agents', 'Agents']],
    ['runs over function words', 'chain of thought', ['chain', 'chain of thought', 'thought']],
    ['none over a stop', 'flow. Matching', ['flow', 'Matching']],
    ['none over brackets', 'flow (matching)', ['flow', 'matching']],
    ['none that only says that it is a paper', 'we propose a novel method', []],
    ['nothing of nothing', '', []],
    ['runs of Chinese letters', '强化学习', ['强化', '强化学', '强化学习', '化学', '化学习', '学习']],
  ])('finds %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('finds at most four words', () => {
    const lengths = phrasesIn('alpha beta gamma delta epsilon').map(({ id }) => id.split(' ').length);
    expect(Math.max(...lengths)).toBe(4);
  });

  it('gives the same phrase one id however it is written', () => {
    const ids = ['Flow-Matching', 'flow matching', 'Flow  matchings'].map((text) => phrasesIn(text)[1]?.id);
    expect(new Set(ids)).toEqual(new Set(['flow matching']));
  });

  it('gives each its position; the first and last words are telling', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { id, start, end } of phrasesIn(text)) {
          expect(phraseKey(text.slice(start, end))).toBe(id);
          const terms = id.split(' ');
          expect([terms[0], terms.at(-1)].some((term) => isStopTerm(term ?? ''))).toBe(false);
        }
      }),
    );
  });

  it('gives those shared with another text when asked for them', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, other) => {
        const shared = new Set(phrasesIn(other).map(({ id }) => id));
        expect(phrasesIn(text, shared)).toEqual(phrasesIn(text).filter(({ id }) => shared.has(id)));
      }),
    );
  });
});

describe('isName', () => {
  it.each([
    ['ImageNet', true],
    ['LoRA', true],
    ['GRPO', true],
    ['GPT4', true],
    ['3D', true],
    ['Flow', false],
    ['flow', false],
    ['2026', false],
    ['强化', false],
  ])('says of %s: %s', (word, expected) => {
    expect(isName(word)).toBe(expected);
  });
});
