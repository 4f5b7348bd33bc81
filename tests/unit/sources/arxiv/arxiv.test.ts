import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkError, ParseError } from '../../../../lib/errors';
import type { Cursor } from '../../../../lib/model/feed/request';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { day } from '../../../support/builders';
import { errorOf } from '../../../support/error-of';
import { fakeGet, planContext, sourceBody, sourceFixtures } from '../../../support/feed/sources';

const { signal } = new AbortController();
const feed: Cursor = { kind: 'feed', categories: ['cs.LG', 'cs.CL'] };
const recent = {
  kind: 'window',
  category: 'cs.LG',
  from: '2026-06-03',
  to: '2026-06-10',
  start: 0,
} as const satisfies Cursor;
const nowMs = Date.parse('2026-06-10T12:00:00Z'); // A Wednesday.

describe('plan', () => {
  it('asks nothing when no category is chosen', () => {
    expect(arxiv.plan(planContext())).toEqual([]);
  });

  it('asks for the feed and for the recent papers of each category on a first sync', () => {
    expect(arxiv.plan(planContext({ fields: ['cs.LG', 'cs.CL'] }))).toEqual([
      feed,
      recent,
      { ...recent, category: 'cs.CL' },
    ]);
  });

  it.each([
    ['earlier today', '2026-06-10T08:00:00Z', '2026-06-10T12:00:00Z', false],
    ['yesterday', '2026-06-09T08:00:00Z', '2026-06-10T12:00:00Z', false],
    ['before the feed of a weekday that has passed', '2026-06-08T08:00:00Z', '2026-06-10T12:00:00Z', true],
    ['yesterday, but before that feed came', '2026-06-09T03:00:00Z', '2026-06-10T12:00:00Z', true],
    ['on Friday, on a Monday', '2026-06-05T08:00:00Z', '2026-06-08T08:00:00Z', false],
    ['on Thursday, on a Monday', '2026-06-04T08:00:00Z', '2026-06-08T08:00:00Z', true],
    ['a year ago', '2025-06-10T08:00:00Z', '2026-06-10T12:00:00Z', true],
    ['in the future', '2027-06-10T08:00:00Z', '2026-06-10T12:00:00Z', false],
  ])('knows what was missed when the last sync was %s', (_, last, now, hasMissed) => {
    const plan = arxiv.plan(
      planContext({ fields: ['cs.LG'], nowMs: Date.parse(now), lastSuccessAtMs: Date.parse(last) }),
    );

    expect(plan).toHaveLength(hasMissed ? 2 : 1);
  });
});

describe('planPast', () => {
  it('asks for one window per month, newest first', () => {
    const range = { from: day('2026-03-15'), to: day('2026-05-04'), field: 'cs.LG' };
    expect(arxiv.planPast?.(range)).toEqual([
      { ...recent, from: '2026-05-01', to: '2026-05-04' },
      { ...recent, from: '2026-04-01', to: '2026-04-30' },
      { ...recent, from: '2026-03-15', to: '2026-03-31' },
    ]);
  });

  it('says up to which day a window goes', () => {
    expect(arxiv.newestOf?.(recent)).toBe('2026-06-10');
    expect(arxiv.newestOf?.(feed)).toBeNull();
  });
});

describe('the times of arXiv', () => {
  it.each([
    ['2026-06-10T23:59:59Z', null],
    ['2026-06-10T00:00:00Z', '2026-06-10T01:00:00Z'],
    ['2026-06-10T00:59:59Z', '2026-06-10T01:00:00Z'],
    ['2026-06-10T01:00:00Z', null],
  ])('are quiet at %s until %s', (now, until) => {
    const untilMs = arxiv.quietUntilMs?.(Date.parse(now)) ?? null;
    expect(untilMs === null ? null : new Date(untilMs).toISOString().replace('.000', '')).toBe(until);
  });

  it.each([
    ['a Wednesday', '2026-06-10T12:00:00Z', '2026-06-10T12:00:00Z'],
    ['the quiet hour', '2026-06-10T00:30:00Z', '2026-06-10T01:00:00Z'],
    ['late on Friday in New York', '2026-06-13T03:00:00Z', '2026-06-13T03:00:00Z'],
    ['Saturday', '2026-06-13T05:00:00Z', '2026-06-15T04:30:00Z'],
    ['Sunday', '2026-06-14T20:00:00Z', '2026-06-15T04:30:00Z'],
    ['a Sunday in winter', '2026-01-11T20:00:00Z', '2026-01-12T05:30:00Z'],
  ])('bring something new from %s on', (_, from, useful) => {
    expect(arxiv.usefulAtMs?.(Date.parse(from))).toBe(Date.parse(useful));
  });

  it('end when arXiv refuses with status 200', () => {
    expect(arxiv.isRefusal?.('Rate exceeded.')).toBe(true);
    expect(arxiv.isRefusal?.('<rss/>')).toBe(false);
  });
});

describe('fallback', () => {
  it.each<[string, Cursor, readonly Cursor[]]>([
    [
      'halves a feed of several categories',
      { kind: 'feed', categories: ['a', 'b', 'c'] },
      [
        { kind: 'feed', categories: ['a', 'b'] },
        { kind: 'feed', categories: ['c'] },
      ],
    ],
    ['asks the API instead of the feed of one category', { kind: 'feed', categories: ['cs.LG'] }, [recent]],
    ['has nothing in place of the API', recent, []],
    ['has nothing for a cursor it does not know', { kind: 'latest' }, []],
  ])('%s', (_, cursor, expected) => {
    expect(arxiv.fallback(cursor, planContext())).toEqual(expected);
  });
});

describe('fetchPage', () => {
  it('gives the body as it came', async () => {
    const { get, urls } = fakeGet('<rss/>');

    expect(await arxiv.fetchPage(feed, get, signal)).toBe('<rss/>');
    expect(urls).toEqual(['https://rss.arxiv.org/rss/cs.LG+cs.CL']);
  });

  it('passes on other failures as they are', async () => {
    const error = new NetworkError('server-error', 'HTTP 503');

    await expect(arxiv.fetchPage(recent, fakeGet(error).get, signal)).rejects.toBe(error);
  });

  it('refuses a cursor of another source', async () => {
    const { get, urls } = fakeGet('');

    await expect(arxiv.fetchPage({ kind: 'latest' }, get, signal)).rejects.toBeInstanceOf(ParseError);
    expect(urls).toEqual([]);
  });
});

describe('parse', () => {
  it.each(sourceFixtures('arxiv'))('reads $file', ({ file, cursor, context, expected }) => {
    expect(arxiv.parse(sourceBody('arxiv', file), cursor, context)).toEqual(expected);
  });

  it('reads the same papers from RSS and Atom', () => {
    const [rss, atom] = ['feed.rss.xml', 'feed.atom.xml'].map((file) =>
      arxiv.parse(sourceBody('arxiv', file), feed, planContext()),
    );

    expect(atom).toEqual(rss);
  });

  it.each<[string, unknown, Cursor]>([
    ['a complaint about the query', sourceBody('arxiv', 'error.atom.xml'), { kind: 'ids', ids: ['abc'] }],
    ['a feed that was cut off', sourceBody('arxiv', 'feed.rss.xml').slice(0, 3000), feed],
    ['an answer of the API that was cut off', sourceBody('arxiv', 'recent.atom.xml').slice(0, -9), recent],
    ['HTML', '<!doctype html><html><body><p>Maintenance<br></body></html>', feed],
    ['well-formed HTML', '<html><body>Maintenance</body></html>', feed],
    ['well-formed HTML from the API', '<html><body>Maintenance</body></html>', recent],
    ['an RSS document without a channel', '<rss version="2.0"/>', feed],
    ['nothing', '', feed],
    ['no text', { records: [] }, feed],
    ['a cursor of another source', '<rss><channel/></rss>', { kind: 'latest' }],
  ])('refuses %s', (_, raw, cursor) => {
    expect(() => arxiv.parse(raw, cursor, planContext())).toThrow(ParseError);
  });

  it('finds nothing and does not fail when the API knows no paper', () => {
    const empty = '<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title></feed>';

    expect(arxiv.parse(empty, recent, planContext())).toEqual({ records: [], dropped: [], next: [] });
  });

  it('asks for each half again when a feed has reached its limit', () => {
    const items = '<item><title>A</title></item>'.repeat(2000);

    const { next } = arxiv.parse(`<rss><channel>${items}</channel></rss>`, feed, planContext());

    expect(next).toEqual([
      { kind: 'feed', categories: ['cs.LG'] },
      { kind: 'feed', categories: ['cs.CL'] },
    ]);
  });

  it.each([
    ['asks for all further pages at the first', 601, 0, [200, 400, 600]],
    ['asks for none when one was enough', 200, 0, []],
    ['asks for none at a later page: they are asked for already', 5000, 200, []],
  ])('%s', (_, total, start, starts) => {
    const { next } = arxiv.parse(apiBody(total), { ...recent, start }, planContext({ nowMs }));
    expect(next).toEqual(starts.map((further) => ({ ...recent, start: further })));
  });

  it('never asks for more pages than a category can fill', () => {
    expect(arxiv.parse(apiBody(9e9), recent, planContext()).next).toHaveLength(99);
  });

  it.each(sourceFixtures('arxiv'))(
    'throws nothing but `ParseError` for $file with any part cut out',
    (fixture) => {
      const body = sourceBody('arxiv', fixture.file);

      fc.assert(
        fc.property(fc.nat(body.length), fc.nat(400), (at, length) => {
          const cut = body.slice(0, at) + body.slice(at + length);
          const error = errorOf(() => arxiv.parse(cut, fixture.cursor, fixture.context));
          expect(error === null || error instanceof ParseError).toBe(true);
        }),
      );
    },
  );
});

/** An answer of the API with one paper of a total. */
function apiBody(total: number): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:o="http://a9.com/-/spec/opensearch/1.1/">
    <o:totalResults>${total}</o:totalResults>
    <entry><id>http://arxiv.org/abs/2606.00001v1</id><title>A</title><summary>B</summary>
    <published>2026-06-09T12:00:00Z</published></entry></feed>`;
}
