// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useSearch } from '../../../../components/popup/use-search';
import { type Answers, failing, fakeOutside, inside } from '../../../support/ui/outside';
import { feedItem } from '../../../support/ui/papers';

beforeEach(() => void vi.useFakeTimers());
const pause = () => act(() => vi.advanceTimersByTimeAsync(120));

function searching(typed: string, answer: Answers['feed.search'] = () => [feedItem(1)]) {
  const outside = fakeOutside({ 'feed.search': answer });
  return { ...renderHook(useSearch, { wrapper: inside(outside), initialProps: typed }), outside };
}

describe('useSearch', () => {
  it('asks once for words typed without a pause', async () => {
    const { result, outside, rerender } = searching('f');
    rerender('fl');
    rerender(' flow ');
    expect(result.current).toEqual({ kind: 'loading' });
    await pause();
    expect(result.current).toMatchObject({ kind: 'ready', text: 'flow' });
    expect(outside.asked).toHaveLength(1);
  });

  it('keeps the results while the next are on their way, and drops them with the last letter', async () => {
    const { result, rerender } = searching('flow');
    await pause();
    rerender('flow m');
    expect(result.current).toMatchObject({ kind: 'ready', text: 'flow' });
    rerender(' ');
    expect(result.current).toEqual({ kind: 'off' });
    await pause();
    rerender('x');
    expect(result.current).toEqual({ kind: 'loading' });
  });

  it('gives the code of a failure', async () => {
    const { result } = searching('flow', failing('unavailable'));
    await pause();
    expect(result.current).toEqual({ kind: 'failed', code: 'unavailable' });
  });
});
