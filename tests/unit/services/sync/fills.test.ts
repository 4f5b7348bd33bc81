import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { estimateFillOf } from '../../../../lib/services/sync/fills';
import { firstJob } from '../../../../lib/services/sync/job';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { arxivId, day, facts, NOW_MS } from '../../../support/builders';
import { commitTo, freshDatabase } from '../../../support/database';

let open: OpenDatabase;

beforeEach(() => {
  open = freshDatabase();
});

const estimate = (category: string, maxPapers = 50_000) =>
  estimateFillOf(arxiv, category, 6, {
    open,
    now: () => NOW_MS,
    settings: async () => ({
      ...DEFAULT_SETTINGS,
      maxPapers,
    }),
  });

async function list(date: string, count: number): Promise<void> {
  await commitTo(open)({
    source: 'arxiv',
    records: Array.from({ length: count }, (_, index) => ({
      facts: facts({
        ids: { arxiv: arxivId(`2606.${date.slice(-2)}${String(index).padStart(3, '0')}`) },
        title: `Title of paper ${index} of the list of ${date}`,
      }),
      provenance: { source: 'arxiv', fetchedAtMs: NOW_MS, link: 'https://arxiv.org' },
      edition: day(date),
    })),
    job: firstJob('arxiv'),
    nowMs: NOW_MS,
  });
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
