import { describe, expect, it } from 'vitest';
import {
  FACT_NAMES,
  FACTS,
  type FactTable,
  isBlank,
  mergeFacts,
  NO_FACTS,
  pickFacts,
} from '../../../../lib/model/paper/facts';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import { arxivId, day, doi, facts, paper } from '../../../support/builders';
import { everyFact } from '../../../support/samples';

describe('FACTS', () => {
  it('does not compile with a fact missing, undecided or of another kind', () => {
    const { upvotes, ...others } = FACTS;
    const { inStarter: _, ...undecided } = upvotes;
    // @ts-expect-error A fact has no row.
    others satisfies FactTable<PaperFacts>;
    // @ts-expect-error A new field of the facts has no row.
    FACTS satisfies FactTable<PaperFacts & { readonly unheardOf?: number }>;
    // @ts-expect-error A row leaves a question open.
    ({ ...FACTS, upvotes: undecided }) satisfies FactTable<PaperFacts>;
    // @ts-expect-error A number is no text.
    ({ ...FACTS, upvotes: { ...upvotes, kind: 'text?' } }) satisfies FactTable<PaperFacts>;
    // @ts-expect-error A fact that may be absent needs the question mark.
    ({ ...FACTS, upvotes: { ...upvotes, kind: 'count' } }) satisfies FactTable<PaperFacts>;
    expect(FACT_NAMES).toContain('upvotes');
  });
});

const FIRST = day('2026-06-01');
const NEW = { version: 2, title: 'New' };

describe('mergeFacts', () => {
  it('keeps what a poorer record lacks', () => {
    const known = facts({ version: 3, upvotes: 5 });
    expect(mergeFacts(known, facts({ title: '', authors: [], categories: [], keywords: [] }))).toEqual(known);
  });

  it('gives an unnamed paper the incoming title', () => {
    const unnamed = facts({ title: '', authors: [], categories: [], keywords: [] });
    expect(mergeFacts(unnamed, facts())).toEqual(facts());
  });

  it.each<[string, Partial<PaperFacts>, Partial<PaperFacts>, Partial<PaperFacts>]>([
    ['a text, not an empty one', { abstract: 'Long text' }, { abstract: '' }, { abstract: 'Long text' }],
    ['the first day', { publishedOn: FIRST }, { publishedOn: day('2026-06-05') }, { publishedOn: FIRST }],
    ['the newer version’s title', NEW, { version: 1, title: 'Old' }, NEW],
    ['a version, not none', NEW, { title: 'Old' }, NEW],
    [
      'the newer version’s texts, and the counts that were fetched last',
      { version: 1, title: 'Old', upvotes: 3, comments: 4 },
      { ...NEW, upvotes: 2 },
      { ...NEW, upvotes: 2, comments: 4 },
    ],
    [
      'all ids, categories and keywords',
      { ids: { arxiv: arxivId('2606.00001') }, categories: ['cs.SE'], keywords: ['agents'] },
      { ids: { doi: doi('10.1000/x') }, categories: ['cs.CL', 'cs.SE'], keywords: [] },
      {
        ids: { arxiv: arxivId('2606.00001'), doi: doi('10.1000/x') },
        categories: ['cs.CL', 'cs.SE'],
        keywords: ['agents'],
      },
    ],
  ])('keeps %s', (_, known, incoming, expected) => {
    expect(mergeFacts(facts(known), facts(incoming))).toMatchObject(expected);
  });

  it.each(FACT_NAMES)('keeps %s when the other record says nothing of it', (field) => {
    expect(mergeFacts(everyFact(), NO_FACTS)[field]).toEqual(everyFact()[field]);
    expect(mergeFacts(NO_FACTS, everyFact())[field]).toEqual(everyFact()[field]);
  });
});

describe('pickFacts', () => {
  it('leaves out what belongs to the feed, and what is not wanted', () => {
    expect(pickFacts(paper())).toEqual(facts());
    expect(pickFacts(paper(), (field) => field === 'title')).toEqual({ title: facts().title });
  });
});

describe('isBlank', () => {
  it.each([undefined, '', 0, []])('is true for %j', (value) => expect(isBlank(value)).toBe(true));
  it.each(['text', 1, ['name'], {}])('is false for %j', (value) => expect(isBlank(value)).toBe(false));
});
