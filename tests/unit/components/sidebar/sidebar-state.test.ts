import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../../components/worker/query-store';
import { sidebarState } from '../../../../components/sidebar/sidebar-state';
import type { FeedStatus } from '../../../../lib/model/feed/status';
import type { RelatedAnswer } from '../../../../lib/model/related';
import { NOW_MS } from '../../../support/builders';
import {
  feedStatus,
  panelPaper,
  relatedAnswer,
  relatedPaper,
  sourceStatus,
} from '../../../support/ui/papers';

const ready = <T>(value: T): Asked<T> => ({ kind: 'ready', value });
const loading = { kind: 'loading' } as const;
const panel = panelPaper();
const running = ready(feedStatus([sourceStatus({ kind: 'running', done: 1, total: 4 })], 0));
const failed = ready(
  feedStatus([sourceStatus({ kind: 'failed', code: 'network', retryAtMs: NOW_MS, atMs: NOW_MS })], 0),
);
const nothing: Asked<RelatedAnswer> = ready(relatedAnswer([], 0));

describe('sidebarState', () => {
  it('waits for the paper, says when there is none, and when it could not be read', () => {
    expect(sidebarState(loading, loading, loading)).toEqual(loading);
    expect(sidebarState(ready(null), loading, loading)).toEqual({ kind: 'no-paper' });
    expect(sidebarState({ kind: 'failed', code: 'storage' }, loading, loading)).toEqual({
      kind: 'failed',
      code: 'storage',
    });
  });

  it.each<[string, Asked<RelatedAnswer>, Asked<FeedStatus>, object]>([
    ['a look-up under way', loading, loading, { kind: 'loading' }],
    ['a failed look-up', { kind: 'failed', code: 'storage' }, running, { kind: 'failed', code: 'storage' }],
    ['an empty feed of unknown state', nothing, loading, { kind: 'loading' }],
    ['an empty feed that fills', nothing, running, { kind: 'syncing', progress: { done: 1, total: 4 } }],
    ['an empty feed', nothing, ready(feedStatus([], 0)), { kind: 'empty', problem: null }],
    ['a failed feed', nothing, failed, { kind: 'empty', problem: { code: 'network', retryAtMs: NOW_MS } }],
    ['no related paper', ready(relatedAnswer([])), running, { kind: 'none', answer: relatedAnswer([]) }],
    [
      'related papers while a sync runs',
      ready(relatedAnswer([relatedPaper(1)])),
      running,
      { kind: 'ready', answer: relatedAnswer([relatedPaper(1)]) },
    ],
  ])('shows %s below the paper', (_, related, status, expected) => {
    expect(sidebarState(ready(panel), related, status)).toEqual({ kind: 'paper', panel, related: expected });
  });

  it('does not look up a paper without a title', () => {
    const untitled = panelPaper({ paper: { ...panel.paper, title: '' } });
    expect(sidebarState(ready(untitled), loading, loading)).toMatchObject({ related: { kind: 'no-title' } });
  });
});
