import { beforeEach, describe, expect, it, vi } from 'vitest';
import { putJob } from '../../../../lib/db/sync';
import type { OpenDatabase } from '../../../../lib/db/open';
import { DAY } from '../../../../lib/model/dates';
import type { Visit } from '../../../../lib/model/feed/visit';
import type { PaperFacts, SourceId } from '../../../../lib/model/paper/paper';
import { createFeedService } from '../../../../lib/services/lists/feed';
import { firstJob } from '../../../../lib/services/sync/job';
import { arxivId, day, facts, NOW_MS } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { fakeSource } from '../../../support/feed/fake-source';
import { commitOf } from '../../../support/related/feed-index';
import { relatedOn } from '../../../support/related/related-service';

const answers = new Map();
const sources = [fakeSource({ id: 'arxiv', answers }), fakeSource({ id: 'hf-daily', answers })];
const other = facts({ ids: { arxiv: arxivId('2606.00002') }, title: 'Another title, on ocean waves' });

let open: OpenDatabase;
let seenAtMs: number | null;

beforeEach(() => {
  open = freshDatabase();
  seenAtMs = null;
});

/** A worker just started. */
function start() {
  const { related } = relatedOn(open);
  const seenAt = {
    read: async () => (seenAtMs === null ? null : { atMs: seenAtMs, beforeMs: seenAtMs }),
    write: async (visit: Visit) => {
      seenAtMs = visit.atMs;
    },
  };
  const onVisit = vi.fn<() => void>();
  const now = () => NOW_MS;
  return { feed: createFeedService({ open, sources, related, seenAt, onVisit, now }), onVisit };
}

const cache = async (
  date: string,
  papers: readonly PaperFacts[],
  nowMs = NOW_MS,
  source: SourceId = 'hf-daily',
) => relatedOn(open).index.commit(commitOf(papers, { date, nowMs, source }));

describe('edition', () => {
  it('is the newest, in the source’s order, with its neighbours and what is new', async () => {
    await cache('2026-06-08', [facts()]);
    await cache('2026-06-09', [other, facts()], NOW_MS + 10);
    seenAtMs = NOW_MS + 5;
    const { feed } = start();

    const edition = await feed.edition({ source: 'hf-daily' });

    expect(edition).toMatchObject({ date: '2026-06-09', previous: '2026-06-08' });
    expect(edition?.papers.map(({ paper, isNew }) => [paper.key, isNew])).toEqual([
      ['arxiv:2606.00002', true],
      ['arxiv:2606.00001', false],
    ]);
    expect(edition).not.toHaveProperty('next');
    expect(await feed.edition({ source: 'hf-daily', date: day('2026-06-08') })).toMatchObject({
      next: '2026-06-09',
    });
  });

  it('has nothing new before the first sync was complete', async () => {
    await cache('2026-06-09', [facts()]);
    expect((await start().feed.edition({ source: 'hf-daily' }))?.papers).toMatchObject([{ isNew: false }]);
  });

  it('is null for a day, or a source, that has none', async () => {
    await cache('2026-06-09', [facts()]);
    expect(await start().feed.edition({ source: 'hf-daily', date: day('2026-06-07') })).toBeNull();
    expect(await start().feed.edition({ source: 'arxiv' })).toBeNull();
  });
});

describe('search', () => {
  it('finds papers as lists show them', async () => {
    await cache('2026-06-09', [facts(), other]);
    expect(await start().feed.search('ocean', 5)).toMatchObject([
      { paper: { key: 'arxiv:2606.00002' }, isNew: false },
    ]);
  });
});

describe('status', () => {
  it('is off and empty before the first sync', async () => {
    const status = await start().feed.status();
    expect(status.sources).toMatchObject([
      { source: 'arxiv', state: { kind: 'off' }, papers: 0, dropped: [] },
      { source: 'hf-daily' },
    ]);
    expect(status).toMatchObject({ papers: 0 });
    expect(status).not.toHaveProperty('newestEdition');
  });

  it('has the state, the papers and the drops of each source, and the newest edition of all', async () => {
    await cache('2026-06-09', [facts(), other]);
    await cache('2026-06-10', [other], NOW_MS, 'arxiv');
    const state = { kind: 'failed', code: 'network', retryAtMs: 5, atMs: 4 } as const;
    await putJob(await open(), {
      ...firstJob('hf-daily'),
      state,
      lastSuccessAtMs: 3,
      dropped: [{ reason: 'no-id', count: 2 }],
    });

    expect(await start().feed.status()).toEqual({
      sources: [
        { source: 'arxiv', name: 'arXiv', state: { kind: 'off' }, papers: 1, dropped: [], history: [] },
        {
          source: 'hf-daily',
          name: 'Hugging Face Daily Papers',
          state,
          lastSuccessAtMs: 3,
          papers: 2,
          dropped: [{ reason: 'no-id', count: 2 }],
          history: [],
        },
      ],
      papers: 2,
      newestEdition: { source: 'arxiv', date: '2026-06-10' },
    });
  });
});

describe('visits', () => {
  it('count nothing before the first sync is complete, or the whole history would be new', async () => {
    const { feed, onVisit } = start();
    await feed.markSeen();
    expect([seenAtMs, onVisit.mock.calls.length]).toEqual([null, 0]);
  });

  it('begin with the first complete sync, and are noted from then on', async () => {
    const { feed, onVisit } = start();
    await feed.beginVisits();
    expect(seenAtMs).toBe(NOW_MS);

    seenAtMs = NOW_MS - DAY;
    await feed.beginVisits();
    expect(seenAtMs).toBe(NOW_MS - DAY);
    await feed.markSeen();
    expect([seenAtMs, onVisit.mock.calls.length]).toEqual([NOW_MS, 1]);
  });
});
