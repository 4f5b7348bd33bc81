import { describe, expect, it } from 'vitest';
import { type ChosenList, popupState } from '../../../../components/popup/popup-state';
import { NOW_MS } from '../../../support/builders';
import { edition, feedItem, feedStatus, sourceStatus } from '../../../support/ui/papers';

const loading = { kind: 'loading' } as const;
const off = { kind: 'off' } as const;
const day = edition([feedItem(1)]);
const none = { kind: 'ready', value: null } as const;
const list = (asked: (ChosenList & { kind: 'edition' })['asked']): ChosenList => ({
  kind: 'edition',
  source: 'hf-daily',
  asked,
});

describe('popupState', () => {
  it('shows the list as soon as it is there, whatever the status', () => {
    const shown = popupState(list({ kind: 'ready', value: day }), loading, off);
    expect(shown).toEqual({ kind: 'edition', edition: day });
  });

  it('shows what was found before the list', () => {
    const found = { kind: 'ready', text: 'flow', items: [feedItem(2)] } as const;
    expect(popupState(list({ kind: 'ready', value: day }), loading, found)).toMatchObject({
      kind: 'found',
      text: 'flow',
    });
  });

  it('tells an empty list from one on its way and from one that failed', () => {
    const running = feedStatus([sourceStatus({ kind: 'running', done: 1, total: 4 })], 0);
    const failed = feedStatus([
      sourceStatus({ kind: 'failed', code: 'blocked', retryAtMs: NOW_MS, atMs: NOW_MS }),
    ]);
    const state = (status: typeof running) => popupState(list(none), { kind: 'ready', value: status }, off);

    expect(popupState(list(none), loading, off)).toEqual(loading);
    expect(state(running)).toEqual({ kind: 'syncing', progress: { done: 1, total: 4 } });
    expect(state(failed)).toMatchObject({ kind: 'empty', problem: { code: 'blocked', retryAtMs: NOW_MS } });
    expect(state(feedStatus([]))).toEqual({ kind: 'empty', problem: null, status: null });
    expect(state(feedStatus([sourceStatus()]))).toEqual({ kind: 'no-list' });
  });

  it('shows what came in since the last visit', () => {
    const since = { sinceMs: NOW_MS, days: [], total: 0 };
    const chosen: ChosenList = { kind: 'since', asked: { kind: 'ready', value: since } };
    expect(popupState(chosen, loading, off)).toEqual({ kind: 'since', since });
    expect(popupState({ kind: 'since', asked: loading }, loading, off)).toEqual(loading);
  });

  it('says when the list could not be read', () => {
    expect(popupState(list({ kind: 'failed', code: 'storage' }), loading, off)).toEqual({
      kind: 'failed',
      code: 'storage',
    });
  });
});
