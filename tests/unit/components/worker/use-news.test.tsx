// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNews } from '../../../../components/worker/use-news';
import { fakeOutside } from '../../../support/ui/outside';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('useNews', () => {
  it('passes the first at once and of a burst only the last, a second later', () => {
    const outside = fakeOutside({});
    const { result } = renderHook(() => useNews(outside));
    act(() => outside.announce({ feed: 1, reading: 0 }));
    expect(result.current.feed).toBe(1);

    act(() => [2, 3, 4].forEach((feed) => outside.announce({ feed, reading: 0 })));
    expect(result.current.feed).toBe(1);
    act(() => void vi.advanceTimersByTime(1000));
    expect(result.current.feed).toBe(4);
  });

  it('passes a change of the reading list at once, whatever came before', () => {
    const outside = fakeOutside({});
    const { result } = renderHook(() => useNews(outside));
    act(() => outside.announce({ feed: 1, reading: 0 }));
    act(() => outside.announce({ feed: 1, reading: 5 }));
    expect(result.current.reading).toBe(5);
  });

  it('stops listening when the page is gone', () => {
    const outside = fakeOutside({});
    const { result, unmount } = renderHook(() => useNews(outside));
    unmount();
    outside.announce({ feed: 1, reading: 0 });
    expect(result.current.feed).toBe(0);
  });
});
