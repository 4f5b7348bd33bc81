import { describe, expect, it } from 'vitest';
import { NetworkError, ParseError } from '../../../../lib/errors';
import type { Cursor } from '../../../../lib/model/feed/request';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import { arxivId, day as isoDay } from '../../../support/builders';
import { fakeGet, sourceBody, sourceFixtures, planContext } from '../../../support/feed/sources';

const { signal } = new AbortController();
const day: Cursor = { kind: 'day', date: '2026-06-09', page: 0, seen: [] };

function papers(count: number, from = 1): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    paper: { id: `2606.${String(from + index).padStart(5, '0')}`, title: 'A Title', summary: 'A summary.' },
  }));
}

describe('plan', () => {
  it('asks for the latest papers first, and for what is trending', () => {
    expect(hfDaily.plan(planContext())).toEqual([{ kind: 'latest' }, { kind: 'trending' }]);
    expect([{ kind: 'latest' }, { kind: 'trending' }].map((cursor) => hfDaily.isOptional?.(cursor))).toEqual([
      false,
      true,
    ]);
  });
});

describe('planPast', () => {
  it('asks for each weekday, newest first', () => {
    const days = hfDaily.planPast?.({ from: isoDay('2026-06-04'), to: isoDay('2026-06-08') }) ?? [];
    expect(days.map(({ date }) => date)).toEqual(['2026-06-08', '2026-06-05', '2026-06-04']);
    expect(days.map((cursor) => hfDaily.newestOf?.(cursor))).toEqual(days.map(({ date }) => date));
  });
});

describe('fallback', () => {
  it('asks for the weekdays back from today when there is no latest list', () => {
    const days = hfDaily.fallback(
      { kind: 'latest' },
      planContext({ nowMs: Date.parse('2026-06-09T01:00:00Z') }),
    );

    expect(days.map(({ date }) => date)).toEqual(['2026-06-09', '2026-06-08', '2026-06-05']);
  });

  it('has nothing in place of a day', () => {
    expect(hfDaily.fallback(day, planContext())).toEqual([]);
  });
});

describe('editionOf', () => {
  it.each<[Cursor, string | null]>([
    [day, '2026-06-09'],
    [{ ...day, page: 3 }, '2026-06-09'],
    [{ kind: 'day', date: '2026-06-09', page: 0 }, '2026-06-09'],
    [{ kind: 'latest' }, null],
    [{ kind: 'day', date: 'yesterday', page: 0 }, null],
    [{ kind: 'day', date: '2026-06-31', page: 0 }, null],
    [{ ...day, page: 0.5 }, null],
    [{ kind: 'day', page: 0 }, null],
    [{ kind: 'week', date: '2026-06-09' }, null],
    [{ kind: 'recent', category: 'cs.LG', start: 0 }, null],
  ])('of %j is %s', (cursor, date) => {
    expect(hfDaily.editionOf(cursor)).toBe(date);
  });
});

describe('fetchPage', () => {
  it.each<[Cursor, string]>([
    [{ kind: 'latest' }, 'https://huggingface.co/api/daily_papers?limit=100'],
    [{ kind: 'trending' }, 'https://huggingface.co/api/daily_papers?sort=trending&limit=100'],
    [day, 'https://huggingface.co/api/daily_papers?date=2026-06-09&limit=100'],
    [{ ...day, page: 2 }, 'https://huggingface.co/api/daily_papers?date=2026-06-09&limit=100&p=2'],
  ])('asks for %j', async (cursor, url) => {
    const { get, urls } = fakeGet('[{"a":1}]');

    expect(await hfDaily.fetchPage(cursor, get, signal)).toEqual([{ a: 1 }]);
    expect(urls).toEqual([url]);
  });

  it.each([
    ['HTML', '\n<!doctype html><html><body>Log in to the network</body></html>'],
    ['a truncated list', '[{"paper":{"id":"2606.0'],
    ['nothing', ''],
  ])('refuses %s', async (_, body) => {
    await expect(hfDaily.fetchPage(day, fakeGet(body).get, signal)).rejects.toBeInstanceOf(ParseError);
  });

  it('passes on what the network said', async () => {
    const error = new NetworkError('rate-limited', 'HTTP 429', { retryAtMs: 5 });

    await expect(hfDaily.fetchPage(day, fakeGet(error).get, signal)).rejects.toBe(error);
  });

  it('refuses a cursor of another source', async () => {
    const { get, urls } = fakeGet('[]');

    await expect(hfDaily.fetchPage({ kind: 'feed' }, get, signal)).rejects.toBeInstanceOf(ParseError);
    expect(urls).toEqual([]);
  });
});

describe('parse', () => {
  it.each(sourceFixtures('hf-daily'))('reads $file', ({ file, cursor, context, expected }) => {
    expect(hfDaily.parse(JSON.parse(sourceBody('hf-daily', file)), cursor, context)).toEqual(expected);
  });

  it.each([[null], [{ error: 'Invalid date' }], ['text'], [12], [undefined]])('refuses %j', (raw) => {
    expect(() => hfDaily.parse(raw, day, planContext())).toThrow(ParseError);
  });

  it('finds no edition in an empty day', () => {
    expect(hfDaily.parse([], day, planContext())).toEqual({
      records: [],
      dropped: [],
      next: [],
      isWhole: true,
    });
  });

  it('keeps a ranking off the days that its papers are of', () => {
    const body = JSON.parse(sourceBody('hf-daily', 'latest.json'));
    const { records, next, isRanking } = hfDaily.parse(body, { kind: 'trending' }, planContext());
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter(({ edition }) => edition !== undefined)).toEqual([]);
    expect({ next, isRanking }).toEqual({ next: [], isRanking: true });
  });

  it('goes on from today when the latest list is empty', () => {
    const { next } = hfDaily.parse([], { kind: 'latest' }, planContext());

    expect(next.map(({ date }) => date)).toEqual(['2026-06-10', '2026-06-09', '2026-06-08']);
  });

  it('leaves out weekends, but not one that is the newest day', () => {
    const sunday = [
      {
        paper: {
          ...papers(1)[0],
          id: '2606.00001',
          title: 'A',
          summary: 'B',
          submittedOnDailyAt: '2026-06-07',
        },
      },
    ];

    const { next } = hfDaily.parse(sunday, { kind: 'latest' }, planContext());

    expect(next.map(({ date }) => date)).toEqual(['2026-06-07', '2026-06-05', '2026-06-04', '2026-06-03']);
  });

  it('asks for no further page after one that is not full', () => {
    expect(hfDaily.parse(papers(49), day, planContext()).next).toEqual([]);
  });

  it.each([50, 100])('asks for a further page after a full one of %i', (count) => {
    expect(hfDaily.parse(papers(count), day, planContext()).next).toMatchObject([
      { ...day, page: 1, seen: { length: count } },
    ]);
  });

  it('stops when a server sends the same page again', () => {
    const [second] = hfDaily.parse(papers(50), day, planContext()).next;

    expect(hfDaily.parse(papers(50), second ?? day, planContext()).next).toEqual([]);
  });

  it('stops after ten pages however many new papers come', () => {
    let cursor: Cursor | undefined = day;
    let pages = 0;
    while (cursor !== undefined) {
      [cursor] = hfDaily.parse(papers(100, 1 + 100 * pages), cursor, planContext()).next;
      pages += 1;
    }

    expect(pages).toBe(10);
  });
});

describe('fetchPaper', () => {
  const BODY = {
    id: '2606.00001',
    title: 'Coding agents that\n read whole repositories',
    summary: 'We study how\ncoding agents explore.',
    authors: [
      { name: 'First Author', hidden: false },
      { name: 'Hidden Author', hidden: true },
    ],
    publishedAt: '2026-06-08T00:00:00.000Z',
    upvotes: 12,
  };
  const ids = { arxiv: arxivId('2606.00001') };

  it('asks for the paper by its id, and reads it as a list’s paper is read', async () => {
    const { get, urls } = fakeGet(JSON.stringify(BODY));

    expect(await hfDaily.fetchPaper?.(ids, get, signal)).toMatchObject({
      ids: { arxiv: '2606.00001' },
      title: 'Coding agents that read whole repositories',
      abstract: 'We study how coding agents explore.',
      authors: ['First Author'],
      upvotes: 12,
    });
    expect(urls).toEqual(['https://huggingface.co/api/papers/2606.00001']);
  });

  it('asks nothing without an arXiv id', async () => {
    const { get, urls } = fakeGet('{}');

    expect(await hfDaily.fetchPaper?.({}, get, signal)).toBeNull();
    expect(urls).toEqual([]);
  });

  it.each(['<html>', 'null', '[]', '{"error":"Paper not found"}', '{"id":"2606.00001"}'])(
    'refuses %s',
    async (body) => {
      await expect(hfDaily.fetchPaper?.(ids, fakeGet(body).get, signal)).rejects.toThrow(ParseError);
    },
  );
});
