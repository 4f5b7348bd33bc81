import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  factsSchema,
  idsSchema,
  isoDateSchema,
  metaSchema,
  paperKeySchema,
  refSchema,
  savedSchema,
} from '../../lib/schemas';
import { doi, facts, savedPaper } from '../support/builders';
import { everyFact, everySaved } from '../support/samples';

const isValid = (schema: v.GenericSchema, value: unknown) => v.safeParse(schema, value).success;

describe('idsSchema', () => {
  it('reads ids into their normal form', () => {
    expect(
      v.parse(idsSchema, {
        arxiv: 'arXiv:math.GT/0309136v2',
        doi: 'https://doi.org/10.1000/X',
        s2: 'CorpusId:42',
      }),
    ).toEqual({
      arxiv: 'math/0309136',
      doi: '10.1000/x',
      s2: 'CorpusID:42',
    });
  });

  it.each([
    { arxiv: 'cs.CL' },
    { arxiv: 5 },
    { doi: 'none' },
    { acl: '' },
    { pmid: '12x' },
    { openreview: 'a b' },
    null,
    'x',
  ])('refuses %j', (ids) => {
    expect(isValid(idsSchema, ids)).toBe(false);
  });

  it('drops what it does not know', () => {
    expect(v.parse(idsSchema, { isbn: '1' })).toEqual({});
  });
});

describe('factsSchema', () => {
  it('reads back what a paper is', () => {
    expect(v.parse(factsSchema, facts())).toEqual(facts());
    expect(v.parse(factsSchema, everyFact())).toEqual(everyFact());
    expect(v.parse(savedSchema, everySaved())).toEqual(everySaved());
    expect(v.parse(savedSchema, savedPaper({ removedAtMs: 5 }))).toEqual(savedPaper({ removedAtMs: 5 }));
  });

  it('reads a paper of which only an id is known', () => {
    expect(isValid(factsSchema, facts({ title: '', authors: [] }))).toBe(true);
  });

  it('cuts values that are too long instead of refusing them', () => {
    const long = facts({
      title: 'x'.repeat(5000),
      abstract: 'y'.repeat(90_000),
      authors: Array.from({ length: 6000 }, () => 'z'.repeat(400)),
    });
    const { title, abstract, authors } = v.parse(factsSchema, long);
    expect([title.length, abstract?.length, authors.length, authors[0]?.length]).toEqual([
      1000, 50_000, 5000, 300,
    ]);
  });

  it.each([
    ['a title that is none', { title: 5 }],
    ['a script for a link', { codeUrl: 'javascript:alert(1)' }],
    ['a data link', { projectUrl: 'data:text/html,x' }],
    ['half a vote', { upvotes: 0.5 }],
    ['votes below zero', { upvotes: -1 }],
    ['no number of authors', { authorCount: Number.NaN }],
    ['an impossible day', { publishedOn: '2026-02-30' }],
    ['a key set to undefined', { abstract: undefined }],
  ])('refuses %s', (_, change) => {
    expect(isValid(factsSchema, { ...facts(), ...change })).toBe(false);
  });
});

describe('the other schemas', () => {
  it.each([
    ['a day', isoDateSchema, '2026-06-09', true],
    ['no day', isoDateSchema, 'today', false],
    ['a key', paperKeySchema, 'arxiv:2606.00001', true],
    ['no key', paperKeySchema, 'arxiv', false],
    ['a reference', refSchema, { site: 'arxiv', ids: {}, view: 'pdf' }, true],
    ['a reference of no view', refSchema, { site: 'arxiv', ids: {}, view: 'video' }, false],
    ['a page', metaSchema, { ids: {}, title: 'T', authors: [], categories: [] }, true],
    [
      'a page with a script for a PDF',
      metaSchema,
      { ids: {}, title: 'T', authors: [], categories: [], pdfUrl: 'javascript:1' },
      false,
    ],
  ] as const)('take or refuse %s', (_, schema, value, expected) => {
    expect(isValid(schema, value)).toBe(expected);
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const schema of [factsSchema, metaSchema, refSchema, savedSchema])
          expect(isValid(schema, value)).toBe(false);
      }),
    );
  });

  it('keep a DOI issued by arXiv as it is', () => {
    expect(v.parse(idsSchema, { doi: '10.48550/arXiv.2606.00001' })).toEqual({
      doi: doi('10.48550/arxiv.2606.00001'),
    });
  });
});
