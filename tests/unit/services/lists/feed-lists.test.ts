import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedCommit } from '../../../../lib/db/feed';
import type { OpenDatabase } from '../../../../lib/db/open';
import { compact } from '../../../../lib/model/compact';
import { HOUR } from '../../../../lib/model/dates';
import type { Visit } from '../../../../lib/model/feed/visit';
import { createFeedLists } from '../../../../lib/services/lists/feed-lists';
import { day, NOW_MS } from '../../../support/builders';
import { commitTo, freshDatabase } from '../../../support/database';
import { record } from '../../../support/feed/fake-source';
import { commitOf } from '../../../support/related/feed-index';

let open: OpenDatabase;
let look: Visit | null;

beforeEach(() => {
  open = freshDatabase();
  look = null;
});

const lists = () =>
  createFeedLists({
    open,
    seenAt: { read: async () => look, write: async () => undefined },
    now: () => NOW_MS,
  });

type Listed = readonly [number: number, upvotes?: number | undefined, announced?: 'cross' | 'replaced'];

async function store(date: string | undefined, papers: readonly Listed[], change: Partial<FeedCommit> = {}) {
  const commit = commitOf(
    papers.map(([number, upvotes]) => compact({ ...record(number, '2026-06-09').paper, upvotes })),
    { date, ...change },
  );
  const records = commit.records.map((one, index) => compact({ ...one, announced: papers[index]?.[2] }));
  await commitTo(open)({ ...commit, records });
}

const numbers = async (request: Parameters<ReturnType<typeof lists>['edition']>[0]) =>
  (await lists().edition(request))?.papers.map(({ paper }) => Number(paper.key.at(-1)));

describe('a week and a month', () => {
  beforeEach(async () => {
    await store('2026-05-29', [[1, 3]]);
    await store('2026-06-01', [[2, 5]]);
    await store('2026-06-05', [
      [3, 50],
      [2, 6],
    ]);
    await store('2026-06-08', [[4, 9]]);
  });

  it('hold the papers of their days once, most upvoted first, with their neighbours', async () => {
    const week = { source: 'hf-daily', span: 'week', date: day('2026-06-03') } as const;
    expect(await numbers(week)).toEqual([3, 2]);
    expect(await lists().edition(week)).toMatchObject({
      span: 'week',
      date: '2026-06-01',
      previous: '2026-05-29',
      next: '2026-06-08',
    });
  });

  it('are the newest without a date', async () => {
    expect(await numbers({ source: 'hf-daily', span: 'week' })).toEqual([4]);
    const month = await lists().edition({ source: 'hf-daily', span: 'month' });
    expect(month).toMatchObject({ date: '2026-06-01', previous: '2026-05-29', papers: { length: 3 } });
    expect(month).not.toHaveProperty('next');
  });

  it('are null where nothing is cached', async () => {
    const week = { source: 'hf-daily', span: 'week', date: day('2026-04-01') } as const;
    expect(await lists().edition(week)).toBeNull();
    expect(await lists().edition({ source: 'arxiv', span: 'month' })).toBeNull();
  });
});

describe('a day of arXiv', () => {
  it('tells new papers, cross-lists and replacements apart; replacements are not new', async () => {
    look = { atMs: NOW_MS - HOUR, beforeMs: NOW_MS - HOUR };
    await store('2026-06-10', [[1, undefined, 'replaced'], [2], [3, undefined, 'cross']], {
      source: 'arxiv',
    });
    const view = await lists().edition({ source: 'arxiv' });
    expect(view?.papers.map(({ paper, announced, isNew }) => [paper.key.at(-1), announced, isNew])).toEqual([
      ['2', undefined, true],
      ['3', 'cross', true],
      ['1', 'replaced', false],
    ]);
  });
});

describe('a paper that the source no longer lists', () => {
  it('stays on its day, marked, until it is listed again', async () => {
    const whole = { edition: { date: day('2026-06-09'), isWhole: true } };
    await store('2026-06-09', [[1], [2], [3]], whole);
    await store('2026-06-09', [[1], [3]], whole);
    const marks = async () =>
      (await lists().edition({ source: 'hf-daily' }))?.papers.map(({ paper, isUnlisted }) => [
        Number(paper.key.at(-1)),
        isUnlisted === true,
      ]);
    expect(await marks()).toEqual([
      [1, false],
      [3, false],
      [2, true],
    ]);
    await store('2026-06-09', [[1], [2], [3]], whole);
    expect(await marks()).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ]);
  });
});

describe('rankings', () => {
  it('trending is the source’s own order, and the last', async () => {
    expect(await lists().edition({ source: 'hf-daily', span: 'trending' })).toBeNull();
    await store(undefined, [[1], [2]], { isRanking: true });
    await store(undefined, [[3], [1]], { isRanking: true });
    expect(await numbers({ source: 'hf-daily', span: 'trending' })).toEqual([3, 1]);
  });

  it('trending survives an answer without papers', async () => {
    await store(undefined, [[1]], { isRanking: true });
    await store(undefined, [], { isRanking: true });
    expect(await numbers({ source: 'hf-daily', span: 'trending' })).toEqual([1]);
  });

  it('rising holds what gains upvotes, fastest first', async () => {
    expect(await lists().edition({ source: 'hf-daily', span: 'rising' })).toBeNull();
    const before = { nowMs: NOW_MS - 24 * HOUR };
    await store('2026-06-05', [[1, 90]], before);
    await store('2026-06-05', [[2, 10]], before);
    await store('2026-06-05', [[3, 10]], before);
    await store('2026-06-05', [
      [1, 95],
      [2, 60],
      [3, 10],
    ]);
    expect(await numbers({ source: 'hf-daily', span: 'rising' })).toEqual([2, 1]);
  });
});
