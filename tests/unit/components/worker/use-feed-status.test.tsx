// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useFeedStatus } from '../../../../components/worker/use-feed-status';
import { fakeOutside, inside } from '../../../support/ui/outside';
import { feedStatus, sourceStatus } from '../../../support/ui/papers';

beforeEach(() => void vi.useFakeTimers());
const settle = (durationMs = 0) => act(() => vi.advanceTimersByTimeAsync(durationMs));

describe('useFeedStatus', () => {
  it('follows a running sync each second and rests when it is done', async () => {
    let done = 0;
    const outside = fakeOutside({
      'feed.status': () =>
        feedStatus([done < 2 ? sourceStatus({ kind: 'running', done: done++, total: 2 }) : sourceStatus()]),
    });
    renderHook(() => useFeedStatus(), { wrapper: inside(outside) });
    await settle();
    for (let second = 0; second < 5; second++) await settle(1000);
    expect(outside.asked).toHaveLength(3);
  });

  it('asks for the state as soon as a sync has begun', async () => {
    const outside = fakeOutside({ 'feed.status': () => feedStatus() });
    const { result } = renderHook(() => useFeedStatus(), { wrapper: inside(outside) });
    await settle();
    act(() => result.current.sync());
    await settle();
    expect(outside.asked.map(({ name }) => name)).toEqual(['feed.status', 'feed.sync', 'feed.status']);
  });
});
