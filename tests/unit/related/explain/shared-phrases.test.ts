import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../lib/related/segments/paper-words';
import {
  isName,
  phrasesOf as phrasesOfWords,
  tellingTerms,
  termsOf,
} from '../../../../lib/related/explain/shared-phrases';
import { isStopTerm } from '../../../../lib/text/stop-words';
import { phraseKey } from '../../../../lib/text/words';
import { ODD_TEXTS, TEXT } from '../../../support/related/related-texts';

/** The phrases of a text. */
function phrasesOf(text: string, shared?: ReadonlySet<string>) {
  return readWords({ title: '', abstract: text }).flatMap((field) => phrasesOfWords(field, shared));
}

const read = (text: string): readonly string[] =>
  phrasesOf(text).map(({ start, end }) => text.slice(start, end));

describe('phrasesOf', () => {
  it.each<[string, string, readonly string[]]>([
    ['runs of words, as the text writes them', 'Coding-Agents', ['Coding', 'Coding-Agents', 'Agents']],
    ['runs over function words', 'chain of thought', ['chain', 'chain of thought', 'thought']],
    ['none over a stop', 'flow. Matching', ['flow', 'Matching']],
    ['none over brackets', 'flow (matching)', ['flow', 'matching']],
    ['none that only says that it is a paper', 'we propose a novel method', []],
    ['nothing of nothing', '', []],
  ])('finds %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('finds at most four words', () => {
    const longest = Math.max(
      ...phrasesOf('alpha beta gamma delta epsilon').map((phrase) => termsOf(phrase).length),
    );
    expect(longest).toBe(4);
  });

  it('finds runs of Chinese letters', () => {
    expect(read('强化学习')).toEqual(['强化', '强化学', '强化学习', '化学', '化学习', '学习']);
  });

  it('gives the same phrase one id however it is written', () => {
    const ids = ['Flow-Matching', 'flow matching', 'Flow  matchings'].map((text) => phrasesOf(text)[1]?.id);
    expect(new Set(ids)).toEqual(new Set(['flow matching']));
  });

  it('gives each its position; the first and last words are telling', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { id, start, end } of phrasesOf(text)) {
          expect(phraseKey(text.slice(start, end))).toBe(id);
          expect([termsOf({ id })[0], termsOf({ id }).at(-1)].some((term) => isStopTerm(term ?? ''))).toBe(
            false,
          );
        }
      }),
    );
  });

  it('gives those shared with another text when asked for them', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, other) => {
        const shared = new Set(phrasesOf(other).map(({ id }) => id));
        expect(phrasesOf(text, shared)).toEqual(phrasesOf(text).filter(({ id }) => shared.has(id)));
      }),
    );
  });

  it.each(ODD_TEXTS)('reads %s', (_, text) => {
    expect(phrasesOf(text).length).toBeLessThanOrEqual(4 * text.length);
  });
});

describe('termsOf', () => {
  it('gives the terms in order', () => {
    expect(termsOf({ id: 'chain of thought' })).toEqual(['chain', 'of', 'thought']);
  });
});

describe('tellingTerms', () => {
  it('gives each telling word once', () => {
    expect(tellingTerms({ id: 'agent for agent code flow' })).toEqual(['agent', 'flow']);
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
