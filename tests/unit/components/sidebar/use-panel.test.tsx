// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usePanel, useRelated, type WatchAddress } from '../../../../components/sidebar/use-panel';
import type { PanelPaper } from '../../../../lib/messages/protocol';
import { RELATED_AT_ONCE, RELATED_LIMIT, type RelatedSort } from '../../../../lib/model/related';
import { facts, papers } from '../../../support/builders';
import { type Answers, fakeOutside, inside } from '../../../support/ui/outside';
import { panelPaper } from '../../../support/ui/papers';

beforeEach(() => void vi.useFakeTimers());
const settle = (durationMs = 0) => act(() => vi.advanceTimersByTimeAsync(durationMs));

/** A panel, and what tells it of its tab. */
function panelOf(answers: Answers) {
  const outside = fakeOutside(answers);
  let tell: Parameters<WatchAddress>[0] = () => undefined;
  const watch: WatchAddress = (callback) => {
    tell = callback;
    return () => undefined;
  };
  const { result } = renderHook(() => usePanel(watch, null), { wrapper: inside(outside) });
  return { result, outside, tell: (address: Parameters<typeof tell>[0]) => act(() => tell(address)) };
}

describe('usePanel', () => {
  it('finds the paper of a tab that tells it only after it has loaded', async () => {
    let isTold = false;
    const { result, tell } = panelOf({ 'panel.paper': () => (isTold ? panelPaper() : null) });
    tell({ tabId: 1 });
    await settle();
    expect(result.current.panel).toEqual({ kind: 'ready', value: null });

    isTold = true;
    await settle(500);
    expect(result.current.panel).toMatchObject({ value: { inFeedSince: '2026-06-09' } });
  });

  it('asks once in an iframe, which knows its paper', async () => {
    const { outside, tell } = panelOf({ 'panel.paper': () => panelPaper() });
    tell({ token: 'abc' });
    tell({ token: 'abc' });
    await settle(5000);
    expect(outside.asked).toEqual([{ name: 'panel.paper', request: { token: 'abc' } }]);
  });

  it('asks for the tab that has become active, and again when that goes to another page', async () => {
    const { result, outside, tell } = panelOf({ 'panel.paper': () => null });
    await settle();
    expect(result.current.panel).toEqual({ kind: 'loading' });
    tell({ tabId: 5 });
    await settle();
    expect(outside.asked).toEqual([{ name: 'panel.paper', request: { tabId: 5 } }]);
    tell({ tabId: 5 });
    await settle();
    expect(outside.asked).toHaveLength(2);
  });
});

describe('useRelated', () => {
  const items = (count: number) =>
    papers(count).map((paper) => ({
      paper,
      score: 1,
      closeness: 1,
      reasons: [{ kind: 'rest', share: 1 } as const],
    }));
  const address = { tabId: 7 };

  /** A look-up that finds `found` papers. */
  function relatedOf(panel: PanelPaper, found = 12) {
    const outside = fakeOutside({
      'related.find': ({ atOnce = found }) => ({
        items: items(Math.min(atOnce, found)),
        found,
        feedSize: 30,
      }),
    });
    const hook = renderHook(
      (props: { readonly panel: PanelPaper; readonly sort: RelatedSort }) =>
        useRelated(address, props.panel, { sort: props.sort, topic: null }, null).related,
      { wrapper: inside(outside), initialProps: { panel, sort: 'closest' } },
    );
    const shown = (): number | null =>
      hook.result.current.kind === 'ready' ? hook.result.current.value.items.length : null;
    return { ...hook, outside, shown };
  }

  it('shows the papers on screen first, and the others when they come', async () => {
    const { outside, shown } = relatedOf(panelPaper());
    await act(async () => Promise.resolve());
    await settle();
    expect(shown()).toBe(12);
    const request = { of: address, limit: RELATED_LIMIT, sort: 'closest' };
    expect(outside.asked.map((call) => call.request)).toEqual([
      { ...request, atOnce: RELATED_AT_ONCE },
      request,
    ]);
  });

  it('asks once when no more were found', async () => {
    const { outside, shown } = relatedOf(panelPaper(), RELATED_AT_ONCE);
    await settle();
    expect(shown()).toBe(RELATED_AT_ONCE);
    expect(outside.asked).toHaveLength(1);
  });

  it('keeps the whole list until that of another order is whole', async () => {
    const { rerender, outside, shown } = relatedOf(panelPaper());
    await settle();
    const seen: (number | null)[] = [];
    rerender({ panel: panelPaper(), sort: 'newest' });
    seen.push(shown());
    await settle();
    seen.push(shown());
    expect(seen).toEqual([12, 12]);
    expect(outside.asked.slice(2).map(({ request }) => request)).toMatchObject([
      { sort: 'newest', atOnce: RELATED_AT_ONCE },
      { sort: 'newest' },
    ]);
  });

  it('never shows the papers of one page under another, though the tab is the same', async () => {
    const { rerender, result, outside } = relatedOf(panelPaper());
    await settle();
    rerender({ panel: panelPaper({ paper: facts() }), sort: 'closest' });
    expect(result.current).toEqual({ kind: 'loading' });
    await settle();
    expect(outside.asked).toHaveLength(4);
  });

  it('asks nothing about a paper without a title', async () => {
    const { outside } = relatedOf(panelPaper({ paper: facts({ title: '' }) }));
    await settle();
    expect(outside.asked).toEqual([]);
  });
});
