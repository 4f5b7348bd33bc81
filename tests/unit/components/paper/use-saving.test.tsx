// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useSaving } from '../../../../components/paper/use-saving';
import { type Answers, failing, fakeOutside } from '../../../support/ui/outside';
import { paper, savedPaper } from '../../../support/ui/papers';

afterEach(cleanup);

const WORKING: Answers = {
  'reading.save': () => savedPaper(1),
  'reading.remove': () => undefined,
  'reading.restore': () => undefined,
};

function saving(answers: Answers = WORKING) {
  const outside = fakeOutside(answers);
  const hook = renderHook(({ answer }) => useSaving(answer, outside), { initialProps: { answer: 'first' } });
  return { ...hook, outside };
}

describe('useSaving', () => {
  it('shows a click at once, and forgets it when an answer contains it', async () => {
    const { result, rerender } = saving();
    act(() => result.current.setState(paper(), 'reading'));
    expect(result.current.stateOf(paper(), undefined)).toBe('reading');
    rerender({ answer: 'second' });
    expect(result.current.stateOf(paper(), undefined)).toBeUndefined();
    expect(result.current.stateOf(paper(), 'done')).toBe('done');
  });

  it('takes a click back when it fails', async () => {
    const { result } = saving({ 'reading.save': failing('storage-full') });
    act(() => result.current.setState(paper(), 'to-read'));
    await waitFor(() => expect(result.current.failure).toBe('storage-full'));
    expect(result.current.stateOf(paper(), undefined)).toBeUndefined();
  });

  it('removes, and restores what was removed', async () => {
    const { result, outside } = saving();
    act(() => result.current.setState(paper(), null));
    expect(result.current.stateOf(paper(), 'done')).toBeUndefined();
    expect(result.current.removed?.title).toBe('Paper number 1');

    act(() => result.current.undo());
    expect(result.current.removed).toBeNull();
    expect(outside.asked.map(({ name }) => name)).toEqual(['reading.remove', 'reading.restore']);
  });

  it('asks nothing about a paper that cannot be told from others', () => {
    const { result, outside } = saving();
    const { key: _, ...page } = { ...paper(), ids: {}, title: 'Notes', authors: [] };
    act(() => result.current.setState(page, 'to-read'));
    expect(result.current.failure).toBe('not-a-paper');
    expect(outside.asked).toEqual([]);
  });
});
