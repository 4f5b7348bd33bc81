// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Query, useQuery } from '../../../../components/worker/use-query';
import type { FeedItem } from '../../../../lib/model/feed/lists';
import { AppError } from '../../../../lib/errors';
import { type Answers, fakeOutside, inside } from '../../../support/ui/outside';
import { feedItem, feedStatus } from '../../../support/ui/papers';

beforeEach(() => void vi.useFakeTimers());
const settle = (durationMs = 0) => act(() => vi.advanceTimersByTimeAsync(durationMs));

/** Shows a search; its answer is one paper whose number the text is. */
function searching(
  text: string,
  options: Partial<Query<'feed.search'>> = {},
  answer: Answers['feed.search'] = (request) => [feedItem(Number(request.text))],
) {
  const outside = fakeOutside({ 'feed.search': answer });
  const wrapper = inside(outside);
  const useIt = (props: { readonly text: string | null }) =>
    useQuery({
      name: 'feed.search',
      request: props.text === null ? null : { text: props.text, limit: 1 },
      ...options,
    });
  const hook = renderHook(useIt, { wrapper, initialProps: { text: text as string | null } });
  const another = () => renderHook(useIt, { wrapper, initialProps: { text: text as string | null } });
  return { ...hook, outside, another };
}

const found = (number: number) => ({ kind: 'ready', value: [feedItem(number)] });

describe('useQuery', () => {
  it('is loading, then has the answer and the request that it is for', async () => {
    const { result } = searching('1');
    expect(result.current).toMatchObject({ asked: { kind: 'loading' }, answered: null });
    await settle();
    expect(result.current.asked).toEqual(found(1));
    expect(result.current.answered?.request).toEqual({ text: '1', limit: 1 });
  });

  it('asks once for all who show the same, however often they are drawn', async () => {
    const { outside, rerender, another } = searching('1');
    rerender({ text: '1' });
    const { result } = another();
    await settle();
    expect(result.current.asked).toEqual(found(1));
    expect(outside.asked).toHaveLength(1);
  });

  it('does not ask without a request', async () => {
    const { outside, rerender, result } = searching('1');
    await settle();
    rerender({ text: null });
    expect(result.current).toMatchObject({ asked: { kind: 'loading' }, answered: null });
    await settle();
    expect(outside.asked).toHaveLength(1);
  });

  it('goes back to an answer that is still true without asking', async () => {
    const { outside, rerender, result } = searching('1');
    await settle();
    rerender({ text: '2' });
    await settle();
    rerender({ text: '1' });
    expect(result.current.asked).toEqual(found(1));
    act(() => outside.announce({ feed: 1, reading: 0 }));
    rerender({ text: '2' });
    expect(result.current.asked).toEqual({ kind: 'loading' });
  });

  it('never shows the answer to one request as that to another', async () => {
    const { rerender, result } = searching('1');
    await settle();
    rerender({ text: '2' });
    expect(result.current).toMatchObject({ asked: { kind: 'loading' }, answered: null });
  });

  it('keeps the last answer about the same thing until the next one comes', async () => {
    const { rerender, result } = searching('1', { about: 'search' });
    await settle();
    rerender({ text: '2' });
    expect(result.current).toMatchObject({ asked: found(1), answered: { request: { text: '1' } } });
    await settle();
    expect(result.current).toMatchObject({ asked: found(2), answered: { request: { text: '2' } } });
  });

  it('drops an answer that was overtaken', async () => {
    const answers: ((items: readonly FeedItem[]) => void)[] = [];
    const { result } = searching('1', {}, () => new Promise((resolve) => answers.push(resolve)));
    await settle();
    act(() => result.current.askAgain());
    await settle();
    await act(async () => answers[1]?.([feedItem(2)]));
    await act(async () => answers[0]?.([feedItem(1)]));
    expect(result.current.asked).toEqual(found(2));
  });

  it('keeps the value, with the failure, when asking again fails', async () => {
    let isBroken = false;
    const { result } = searching('1', {}, () => {
      if (isBroken) throw new AppError('storage', 'broken');
      return [feedItem(1)];
    });
    await settle();
    isBroken = true;
    act(() => result.current.askAgain());
    await settle();
    expect(result.current.asked).toEqual({ ...found(1), failure: 'storage' });
    isBroken = false;
    act(() => result.current.askAgain());
    await settle();
    expect(result.current.asked).toEqual(found(1));
  });

  it('fails as unexpected for an error that is none of ours', async () => {
    const { result } = searching('1', {}, () => Promise.reject(new TypeError('x')));
    await settle();
    expect(result.current.asked).toEqual({ kind: 'failed', code: 'unexpected' });
  });

  it('shows an older copy until the worker answers', async () => {
    const { result } = searching('1', { known: [feedItem(7)] });
    expect(result.current).toMatchObject({ asked: found(7), answered: null });
    await settle();
    expect(result.current.asked).toEqual(found(1));
  });

  it('takes an answer that came another way, and asks again only after news', async () => {
    const { outside, result } = searching('1', { answer: [feedItem(7)] });
    await settle();
    expect(result.current).toMatchObject({ asked: found(7), answered: { request: { text: '1' } } });
    expect(outside.asked).toEqual([]);
    act(() => outside.announce({ feed: 1, reading: 0 }));
    await settle();
    expect(result.current.asked).toEqual(found(1));
  });

  it('takes a given value in place of an answer on its way', async () => {
    const { result } = searching('1');
    act(() => result.current.give([feedItem(7)]));
    await settle();
    expect(result.current.asked).toEqual(found(7));
  });
});

describe('news', () => {
  const following = () => {
    const outside = fakeOutside({ 'feed.status': () => feedStatus(), 'reading.states': () => [] });
    const wrapper = inside(outside);
    renderHook(() => useQuery({ name: 'feed.status', request: undefined }), { wrapper });
    renderHook(() => useQuery({ name: 'reading.states', request: undefined }), { wrapper });
    const count = (name: string) => outside.asked.filter((call) => call.name === name).length - 1;
    return { ...outside, feedAsked: () => count('feed.status'), readingAsked: () => count('reading.states') };
  };

  it('of the feed ask again at once, and of a burst once more a second later', async () => {
    const { announce, feedAsked, readingAsked } = following();
    act(() => announce({ feed: 1, reading: 0 }));
    expect(feedAsked()).toBe(1);
    act(() => [2, 3, 4].forEach((feed) => announce({ feed, reading: 0 })));
    expect(feedAsked()).toBe(1);
    await settle(1000);
    expect(feedAsked()).toBe(2);
    await settle(5000);
    expect(feedAsked()).toBe(2);
    expect(readingAsked()).toBe(0);
  });

  it('of the reading list ask again each time at once, and only what depends on it', () => {
    const { announce, feedAsked, readingAsked } = following();
    act(() => announce({ feed: 1, reading: 0 }));
    act(() => announce({ feed: 1, reading: 5 }));
    act(() => announce({ feed: 1, reading: 6 }));
    expect([feedAsked(), readingAsked()]).toEqual([1, 2]);
  });
});
