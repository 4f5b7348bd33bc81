import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../../lib/errors';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import { parseWebLink, readHfRecord } from '../../../../lib/sources/hf-daily/record';
import { errorOf } from '../../../support/error-of';
import { planContext, sourceBody } from '../../../support/feed/sources';

const item = {
  paper: { id: '2606.00001', title: 'A Title', summary: 'A summary.', authors: [{ name: 'First Author' }] },
};

function paperWith(inner: object, outer: object = {}) {
  const outcome = readHfRecord({ ...item, ...outer, paper: { ...item.paper, ...inner } });
  return 'record' in outcome ? outcome.record.paper : outcome.drop;
}

describe('readHfRecord', () => {
  it.each<[unknown, string]>([
    [null, 'not-an-object'],
    [[item], 'not-an-object'],
    [{}, 'not-an-object'],
    [{ paper: {} }, 'no-id'],
    [{ paper: { id: 260600001, title: 'A' } }, 'no-id'],
    [{ paper: { id: '2606.00001' } }, 'no-title'],
    [{ paper: { id: '2606.00001', title: '\n ' } }, 'no-title'],
    [{ paper: { id: '2606.00001', title: 'A' } }, 'no-authors'],
    [{ paper: { id: '2606.00001', title: 'A', authors: [{ name: 'X', hidden: true }] } }, 'no-authors'],
  ])('drops %j: %s', (raw, reason) => {
    expect(readHfRecord(raw)).toEqual({ drop: reason });
  });

  it.each<[string, object, object]>([
    ['zero upvotes', { upvotes: 0 }, { upvotes: 0 }],
    [
      'an http project page',
      { projectPage: 'http://lab.example.org' },
      { projectUrl: 'http://lab.example.org/' },
    ],
    [
      'a repository with slashes at its end',
      { githubRepo: 'https://github.com/a/b//' },
      { codeUrl: 'https://github.com/a/b//' },
    ],
    [
      'the account when the organisation has no full name',
      { organization: { name: 'lab', fullname: ' ' } },
      { organisation: 'lab' },
    ],
    ['a date with a time', { publishedAt: '2026-06-01T23:59:59.999Z' }, { publishedOn: '2026-06-01' }],
  ])('reads %s', (_, inner, expected) => {
    expect(paperWith(inner)).toMatchObject(expected);
  });

  it.each<[string, object, string]>([
    ['negative upvotes', { upvotes: -1 }, 'upvotes'],
    ['half upvotes', { upvotes: 0.5 }, 'upvotes'],
    ['upvotes as a text', { upvotes: '7' }, 'upvotes'],
    ['a script for a project page', { projectPage: 'javascript:alert(1)' }, 'projectUrl'],
    ['a relative project page', { projectPage: '/projects/1' }, 'projectUrl'],
    ['a link that hides its host', { projectPage: 'https://huggingface.co@evil.example' }, 'projectUrl'],
    ['a repository without https', { githubRepo: 'http://github.com/a/b' }, 'codeUrl'],
    ['stars of no repository', { githubStars: 3 }, 'codeStars'],
    ['an empty summary by a model', { ai_summary: '' }, 'aiSummary'],
    ['an organisation without a name', { organization: {} }, 'organisation'],
    ['a date that is none', { publishedAt: '2026-13-45' }, 'publishedOn'],
  ])('leaves out %s', (_, inner, key) => {
    expect(paperWith(inner)).not.toHaveProperty(key);
  });

  it('takes outer values where the inner ones are missing', () => {
    const outer = {
      title: 'Outer',
      summary: 'Outer summary.',
      organization: { fullname: 'Outer Lab' },
      numComments: 2,
    };

    expect(paperWith({ title: null, summary: undefined }, outer)).toMatchObject({
      title: 'Outer',
      abstract: 'Outer summary.',
      organisation: 'Outer Lab',
      comments: 2,
    });
  });

  it.each<[unknown, string[]]>([
    [
      ['a', ' b  c ', '', null, 3, {}, ['d']],
      ['a', 'b c'],
    ],
    [['k'.repeat(120), 'k'.repeat(121)], ['k'.repeat(120)]],
    [
      ['a', 'a'],
      ['a', 'a'],
    ],
    ['agents', []],
    [{ 0: 'a' }, []],
    [null, []],
  ])('reads the keywords %j as given, without what is none', (ai_keywords, expected) => {
    expect(paperWith({ ai_keywords })).toMatchObject({ keywords: expected });
  });

  it('reads any JSON without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(Object.keys(readHfRecord(raw))).toHaveLength(1);
      }),
    );
  });

  it('reads records in which any field has become any JSON', () => {
    const [full] = JSON.parse(sourceBody('hf-daily', 'day.json')) as readonly [{ paper: object }]; // Ours.
    const change = (keys: readonly string[]) =>
      fc.dictionary(fc.constantFrom(...keys), fc.jsonValue(), { maxKeys: 5 });
    const mutated = fc
      .tuple(change(Object.keys(full)), change(Object.keys(full.paper)))
      .map(([outer, inner]) => ({ ...full, paper: { ...full.paper, ...inner }, ...outer }));

    fc.assert(
      fc.property(fc.array(mutated, { maxLength: 5 }), (raw) => {
        const { records, dropped } = hfDaily.parse(raw, { kind: 'latest' }, planContext());

        const droppedCount = dropped.reduce((sum, { count }) => sum + count, 0);
        expect(records.length + droppedCount).toBeLessThanOrEqual(raw.length);
        for (const { paper } of records) {
          expect(paper.title).toMatch(/^\S.*$/);
          expect([paper.codeUrl ?? 'https:', paper.projectUrl ?? 'https:'].join()).not.toMatch(
            /javascript|data:/i,
          );
        }
      }),
    );
  });

  it('throws nothing but `ParseError` for a body of any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const error = errorOf(() =>
          hfDaily.parse(raw, { kind: 'day', date: '2026-06-09', page: 0 }, planContext()),
        );
        expect(error === null || error instanceof ParseError).toBe(true);
      }),
    );
  });
});

describe('parseWebLink', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    [' https://example.org/a ', 'https://example.org/a'],
    ['https://example.org/\nb', 'https://example.org/b'],
    ['http://example.org/a?b#c', 'http://example.org/a?b#c'],
    ['HTTPS://Example.org/A', 'https://example.org/A'],
    ['https://example.org/x and more', 'https://example.org/x%20and%20more'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['/a', null],
    ['example.org', null],
    ['https://', null],
    ['https://good.example@evil.example/', null],
    ['', null],
  ])('reads %j as %j', (text, link) => {
    expect(parseWebLink(text)).toBe(link);
  });

  it('accepts only the schemes it is told', () => {
    expect(parseWebLink('http://example.org', ['https:'])).toBeNull();
  });
});
