import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseKey, termOf, termsOf, wordsOf } from '../../../lib/text/words';

describe('termOf', () => {
  it.each([
    ['Models', 'model'],
    ['policies', 'policy'],
    ['classes', 'class'],
    ['boxes', 'box'],
    ['batches', 'batch'],
    ['bus', 'bus'],
    ['loss', 'loss'],
    ['analysis', 'analysis'],
    ['gas', 'gas'],
    ['Müller', 'muller'],
    ["agent's", 'agent'],
    ['GPT4', 'gpt4'],
    ['𝐀𝐭𝐭𝐞𝐧𝐭𝐢𝐨𝐧𝐬', 'attention'],
    ['İstanbul', 'istanbul'],
  ])('makes %s the term %s', (word, term) => {
    expect(termOf(word)).toBe(term);
  });

  it('changes a term no further', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zé]{1,14}(s|es|ies)?$/), (word) => {
        expect(termOf(termOf(word))).toBe(termOf(word));
      }),
    );
  });
});

describe('wordsOf', () => {
  it.each<[string, string, readonly string[]]>([
    ['hyphens', 'flow-matching', ['flow', 'matching']],
    ['nothing', '', []],
    ['emoji only', '🙂 🤖', []],
    ['LaTeX only', String.raw`$\alpha_{i}$`, ['alpha', 'i']],
    ['decomposed accents', 're\u0301seau', ['reseau']],
    ['the vowel signs of Hindi, which stay in their word', 'मशीन लर्निंग', [termOf('मशीन'), termOf('लर्निंग')]],
    ['Greek', 'Λόγος', [termOf('λόγος')]],
    [
      'Chinese, which has no spaces, by pairs of letters',
      '强化学习，机器人',
      ['强化', '化学', '学习', '机器', '器人'],
    ],
    ['a lone Chinese letter', '学', ['学']],
    ['Japanese', 'データ', [termOf('デー'), termOf('ータ')]],
    ['Thai, its vowel signs with their letters', 'ภาษา', [termOf('ภา'), termOf('าษ'), termOf('ษา')]],
    ['Latin names and numbers in Chinese', '使用GPT4模型', ['使用', 'gpt4', '模型']],
    ['Korean, which has spaces', '강화 학습', [termOf('강화'), termOf('학습')]],
  ])('reads %s', (_, text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });

  it('gives each word its position in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let before = { start: -1, end: 0 };
        for (const { term, start, end } of wordsOf(text)) {
          // Pairs of letters overlap; all else stands side by side.
          expect(start).toBeGreaterThan(before.start);
          expect(end).toBeGreaterThan(before.end);
          expect(end).toBeGreaterThan(start);
          expect(termOf(text.slice(start, end))).toBe(term);
          before = { start, end };
        }
        expect(before.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('phraseKey', () => {
  it.each([
    ['Large Language Models', 'large language-model'],
    ['Schrödinger’s equation', 'schrodinger’s Equations'],
  ])('is one for %j and %j', (one, other) => {
    expect(phraseKey(one)).toBe(phraseKey(other));
  });
});
