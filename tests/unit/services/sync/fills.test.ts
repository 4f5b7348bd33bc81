import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { estimateFillOf } from '../../../../lib/services/sync/fills';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { NOW_MS } from '../../../support/builders';
import { commitTo, freshDatabase } from '../../../support/database';
import { record } from '../../../support/feed/fake-source';
import { commitOf } from '../../../support/related/feed-index';

let open: OpenDatabase;

beforeEach(() => {
  open = freshDatabase();
});

const estimate = (category: string, maxPapers = 50_000) =>
  estimateFillOf(arxiv, category, 6, {
    open,
    now: () => NOW_MS,
    settings: async () => ({ ...DEFAULT_SETTINGS, maxPapers }),
  });

async function list(date: string, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => Number(date.slice(-2)) * 1000 + index);
  const papers = numbers.map((number) => record(number, date).paper);
  await commitTo(open)(commitOf(papers, { source: 'arxiv', date }));
}

describe('an estimate', () => {
  it('takes a rough figure for a category that the feed does not follow', async () => {
    const { papers, requests, durationMs } = await estimate('cs.LG');
    expect(papers).toBeGreaterThan(30_000);
    expect(durationMs).toBe(requests * 3500);
  });

  it('counts the papers of a category in the latest lists', async () => {
    for (const [date, count] of [
      ['2026-06-08', 4],
      ['2026-06-09', 6],
      ['2026-06-10', 5],
    ] as const)
      await list(date, count);
    expect(await estimate('cs.SE')).toEqual({
      papers: 648,
      requests: 7,
      durationMs: 24_500,
      isOverBudget: false,
    });
    expect(await estimate('cs.SE', 662)).toMatchObject({ isOverBudget: true });
  });
});
