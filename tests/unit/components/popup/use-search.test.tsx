// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useSearch } from '../../../../components/popup/use-search';
import { failing, fakeOutside, inside } from '../../../support/ui/outside';
import { feedItem } from '../../../support/ui/papers';

beforeEach(() => void vi.useFakeTimers());
const pause = () => act(() => vi.advanceTimersByTimeAsync(120));

describe('useSearch', () => {
  it('asks once for words typed without a pause', async () => {
    const outside = fakeOutside({ 'feed.search': () => [feedItem(1)] });
    const { result, rerender } = renderHook(({ typed }) => useSearch(typed), {
      wrapper: inside(outside),
      initialProps: { typed: 'f' },
    });
    rerender({ typed: 'fl' });
    rerender({ typed: ' flow ' });
    expect(result.current).toEqual({ kind: 'loading' });
    await pause();
    expect(result.current).toMatchObject({ kind: 'ready', text: 'flow' });
    expect(outside.asked).toHaveLength(1);
  });

  it('keeps the results while the next are on their way, and drops them with the last letter', async () => {
    const outside = fakeOutside({ 'feed.search': () => [feedItem(1)] });
    const { result, rerender } = renderHook(({ typed }) => useSearch(typed), {
      wrapper: inside(outside),
      initialProps: { typed: 'flow' },
    });
    await pause();
    rerender({ typed: 'flow m' });
    expect(result.current).toMatchObject({ kind: 'ready', text: 'flow' });
    rerender({ typed: ' ' });
    expect(result.current).toEqual({ kind: 'off' });
    await pause();
    rerender({ typed: 'x' });
    expect(result.current).toEqual({ kind: 'loading' });
  });

  it('gives the code of a failure', async () => {
    const outside = fakeOutside({ 'feed.search': failing('unavailable') });
    const { result } = renderHook(() => useSearch('flow'), { wrapper: inside(outside) });
    await pause();
    expect(result.current).toEqual({ kind: 'failed', code: 'unavailable' });
  });
});
