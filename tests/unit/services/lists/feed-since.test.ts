import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { DAY } from '../../../../lib/model/dates';
import type { Visit } from '../../../../lib/model/feed/visit';
import type { SourceId } from '../../../../lib/model/paper/paper';
import { papersSince } from '../../../../lib/services/lists/feed-since';
import { NOW_MS } from '../../../support/builders';
import { commitTo, freshDatabase } from '../../../support/database';
import { fakeSource, record } from '../../../support/feed/fake-source';
import { commitOf } from '../../../support/related/feed-index';

let open: OpenDatabase;
let look: Visit | null;

beforeEach(() => {
  open = freshDatabase();
  look = { atMs: NOW_MS - 3 * DAY, beforeMs: NOW_MS - 9 * DAY };
});

async function store(date: string, nowMs: number, numbers: readonly number[], source: SourceId = 'hf-daily') {
  const papers = numbers.map((number) => record(number, date).paper);
  await commitTo(open)(commitOf(papers, { date, nowMs, source }));
}

const since = () =>
  papersSince({
    open,
    sources: (['arxiv', 'hf-daily'] as const).map((id) => fakeSource({ id, answers: new Map() })),
    seenAt: { read: async () => look, write: async () => undefined },
    toItems: async (papers) => papers.map((paper) => ({ paper, isNew: true })),
    now: () => NOW_MS,
  });

describe('what came in since the last visit', () => {
  it('is listed by day, newest first, each paper once on its earliest day', async () => {
    await store('2026-06-05', NOW_MS - 4 * DAY, [1]);
    await store('2026-06-08', NOW_MS - 2 * DAY, [1, 2]);
    await store('2026-06-09', NOW_MS - DAY, [2, 3], 'arxiv');
    await store('2026-06-10', NOW_MS, [4]);
    const view = await since();
    expect(view).toMatchObject({ sinceMs: NOW_MS - 3 * DAY, total: 3 });
    expect(
      view.days.map(({ source, date, papers }) => [
        source,
        date,
        papers.map(({ paper }) => paper.key.at(-1)),
      ]),
    ).toEqual([
      ['hf-daily', '2026-06-10', ['4']],
      ['arxiv', '2026-06-09', ['3']],
      ['hf-daily', '2026-06-08', ['2']],
    ]);
  });

  it('leaves out history that was fetched meanwhile', async () => {
    await store('2025-06-09', NOW_MS, [1]);
    expect(await since()).toMatchObject({ days: [], total: 0 });
  });

  it('stays the same during one visit', async () => {
    await store('2026-06-08', NOW_MS - 2 * DAY, [2]);
    look = { atMs: NOW_MS, beforeMs: NOW_MS - 3 * DAY };
    expect(await since()).toMatchObject({ total: 1 });
  });

  it('gives at most 500 papers, the newest, and says how many there are', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
    await store('2026-06-08', NOW_MS, numbers);
    await store(
      '2026-06-09',
      NOW_MS,
      numbers.map((number) => number + 400),
    );
    const { days, total } = await since();
    expect(total).toBe(800);
    expect(days.map(({ date, papers }) => [date, papers.length])).toEqual([
      ['2026-06-09', 400],
      ['2026-06-08', 100],
    ]);
  });

  it('is nothing before the first sync was complete', async () => {
    look = null;
    expect(await since()).toEqual({ sinceMs: null, days: [], total: 0 });
  });
});
