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
import { facts, paper } from '../../../support/builders';
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

describe('mergeFacts', () => {
  it('keeps what a poorer record lacks', () => {
    const known = facts({ version: 3, upvotes: 5 });
    expect(mergeFacts(known, facts({ title: '', authors: [], categories: [], keywords: [] }))).toEqual(known);
  });

  it('gives an unnamed paper the incoming title', () => {
    const unnamed = facts({ title: '', authors: [], categories: [], keywords: [] });
    expect(mergeFacts(unnamed, facts())).toEqual(facts());
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
