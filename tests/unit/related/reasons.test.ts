import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../../lib/model/paper';
import type { Reason, RelatedQuery } from '../../../lib/model/related';
import { createReasonFinder } from '../../../lib/related/reasons';
import { isStopTerm } from '../../../lib/text/stop-words';
import { wordsOf } from '../../../lib/text/words';
import { facts } from '../../support/builders';

const rare = () => 5;
/** Of such words only phrases are reasons. */
const common = () => 2;

function reasons(
  query: Partial<RelatedQuery>,
  paper: Partial<PaperFacts>,
  rarity: (term: string) => number = rare,
) {
  return createReasonFinder({ title: '', authors: [], ...query }, rarity)(facts({ authors: [], ...paper }));
}

function phrases(found: readonly Reason[]): readonly string[] {
  return found.flatMap((reason) => (reason.kind === 'phrase' ? [reason.phrase] : []));
}

function shares(found: readonly Reason[]): number {
  return found.reduce((sum, reason) => sum + (reason.kind === 'phrase' ? reason.share : 0), 0);
}

describe('createReasonFinder', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['as the paper writes it', 'coding agent', 'The Coding-Agents explore', ['Coding-Agents']],
    [
      'the longest, of at most four words',
      'retrieval augmented code generation models',
      'retrieval-augmented code generation models',
      ['retrieval-augmented code generation'],
    ],
    ['over function words inside it', 'chain of thought', 'A chain of thoughts', ['chain of thoughts']],
    ['not over a stop', 'flow matching', 'flow. Matching', ['flow', 'Matching']],
    ['no function words', 'we propose a novel method for the', 'we propose a novel method for the', []],
    ['no numbers and letters', 'x 42 7', 'x 42 7', []],
    ['nothing of nothing', '', '', []],
    ['nothing of emoji', '🙂🙂', '🙂🙂', []],
    ['no repeated word for two', 'agents for agents', 'agents for agents', ['agents for agents']],
  ])('finds a phrase: %s', (_, query, title, expected) => {
    expect(phrases(reasons({ title: query }, { title, abstract: '' }, common))).toEqual(expected);
  });

  it('takes a lone word only when it is rare, and in a title or spelled like a name', () => {
    const lone = (title: string, abstract: string, rarity: number) =>
      phrases(
        reasons(
          { title, abstract },
          { title: 'Unlike', abstract: 'With ImageNet and diffusion.' },
          () => rarity,
        ),
      );
    expect(lone('diffusion', 'ImageNet', 3)).toEqual(['ImageNet', 'diffusion']);
    expect(lone('', 'diffusion. ImageNet', 3)).toEqual(['ImageNet']);
  });

  it('lets at most two lone words stand in where nothing better is shared', () => {
    const found = reasons({ title: 'alpha' }, { title: 'Unlike', abstract: 'An alpha.' }, () => 1);
    const many = reasons(
      { title: '', abstract: 'alpha. beta. gamma.' },
      { title: '', abstract: 'gamma. alpha. beta.' },
      (term) => term.length,
    );

    expect(phrases(found)).toEqual(['alpha']);
    expect(phrases(many)).toEqual(['gamma', 'alpha']);
  });

  it('gives the strongest first, at most four, none sharing a telling word', () => {
    const rarity = (term: string) => term.length;
    const text = 'alpha beta. gamma delta epsilon. zeta eta. theta iota. kappa lambda mu. alpha gamma.';
    const found = reasons({ title: text }, { title: text, abstract: '' }, rarity);
    expect(phrases(found)).toHaveLength(4);
    const strengths = found.map((reason) => (reason.kind === 'phrase' ? reason.share : 0));
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
  });

  it('names shared authors and the organisation, whatever their typesetting', () => {
    const found = reasons(
      { authors: ['FIRST AUTHOR', 'Third Author'], organisation: 'An Institute' },
      { authors: ['First Author', 'Second Author'], organisation: 'an institute' },
    );
    expect(found).toEqual([
      { kind: 'author', name: 'First Author' },
      { kind: 'organisation', name: 'an institute' },
    ]);
  });

  it('shares no name that has no letters', () => {
    expect(reasons({ authors: ['…'] }, { authors: ['—'], organisation: '***' })).toEqual([]);
  });

  it('holds for any texts: phrases are the paper’s own and telling, shares sum to at most 1', () => {
    const word = fc.constantFrom(
      'agents',
      'Agent',
      'the',
      'of',
      'deep',
      'learning',
      'RL',
      'GPT-4',
      'we',
      'é',
      '.',
      ',',
      '$x$',
      '强化学习',
      "agent's",
      '🙂',
    );
    const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, text, text, (title, abstract, paperTitle, paperAbstract) => {
        const found = reasons({ title, abstract }, { title: paperTitle, abstract: paperAbstract });
        expect(shares(found)).toBeLessThanOrEqual(1 + 1e-9);
        for (const phrase of phrases(found)) {
          expect(paperTitle.includes(phrase) || paperAbstract.includes(phrase)).toBe(true);
          const terms = wordsOf(phrase).map(({ term }) => term);
          expect([terms[0], terms.at(-1)].some((term) => isStopTerm(term ?? ''))).toBe(false);
        }
        expect(phrases(found).length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
