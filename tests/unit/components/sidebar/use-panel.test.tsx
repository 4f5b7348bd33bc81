// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePanel, type WatchAddress } from '../../../../components/sidebar/use-panel';
import { fakeOutside } from '../../../support/ui/outside';
import { panelPaper } from '../../../support/ui/papers';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const settle = (durationMs = 0) => act(() => vi.advanceTimersByTimeAsync(durationMs));

describe('usePanel', () => {
  it('finds the paper of a tab that tells it only after it has loaded', async () => {
    let isTold = false;
    const outside = fakeOutside({ 'panel.paper': () => (isTold ? panelPaper() : null) });
    const watch: WatchAddress = (callback) => {
      callback({ tabId: 1 });
      return () => undefined;
    };
    const { result } = renderHook(() => usePanel(watch, '', outside));
    await settle();
    expect(result.current.panel).toEqual({ kind: 'ready', value: null });

    isTold = true;
    await settle(500);
    expect(result.current.panel).toMatchObject({ value: { inFeedSince: '2026-06-09' } });
  });

  it('asks once in an iframe, which knows its paper', async () => {
    const outside = fakeOutside({ 'panel.paper': () => panelPaper() });
    const watch: WatchAddress = (callback) => {
      callback({ token: 'abc' });
      return () => undefined;
    };
    renderHook(() => usePanel(watch, '', outside));
    await settle(5000);
    expect(outside.asked).toEqual([{ name: 'panel.paper', request: { token: 'abc' } }]);
  });

  it('asks for the tab that has become active', async () => {
    const outside = fakeOutside({ 'panel.paper': () => null });
    const callbacks: ((address: { tabId: number }) => void)[] = [];
    const watch: WatchAddress = (callback) => {
      callbacks.push(callback);
      return () => undefined;
    };
    const { result } = renderHook(() => usePanel(watch, '', outside));
    await settle();
    expect(result.current.panel).toEqual({ kind: 'loading' });
    act(() => callbacks[0]?.({ tabId: 5 }));
    await settle();
    expect(outside.asked).toEqual([{ name: 'panel.paper', request: { tabId: 5 } }]);
  });
});
