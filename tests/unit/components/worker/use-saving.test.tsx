// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSaving } from '../../../../components/worker/use-saving';
import { type ReadingState, type SavedState, savedStateOf } from '../../../../lib/model/saved';
import { doi, facts, paperKey } from '../../../support/builders';
import { type Answers, failing, fakeOutside, inside } from '../../../support/ui/outside';
import { paper, savedPaper } from '../../../support/ui/papers';

const savedAs = (state: ReadingState): SavedState => savedStateOf(savedPaper(1, { state }));

function saving(answers: Answers = {}) {
  const stored: SavedState[] = [];
  const outside = fakeOutside({
    'reading.states': () => [...stored],
    'reading.save': () => savedPaper(1),
    ...answers,
  });
  const hook = renderHook(() => useSaving(), { wrapper: inside(outside) });
  const store = async (...states: readonly SavedState[]): Promise<void> => {
    stored.splice(0, stored.length, ...states);
    await act(async () => outside.announce({ feed: 0, reading: Math.random() + 1 }));
  };
  return { ...hook, outside, store };
}

describe('useSaving', () => {
  it('knows a saved paper by any of its ids', async () => {
    const { result, store } = saving();
    const keys = [paperKey('doi:10.1000/x'), paperKey('arxiv:2606.00007')];
    await store({ keys, state: 'done' });
    expect(result.current.stateOf(facts({ ids: { doi: doi('10.1000/x') } }))).toBe('done');
    expect(result.current.stateOf({ ...facts({ ids: {} }), key: keys[1] ?? paperKey('') })).toBe('done');
    expect(result.current.stateOf(facts())).toBeUndefined();
  });

  it('shows a click at once, until the states contain it', async () => {
    const { result, store } = saving();
    await act(async () => result.current.setState(paper(), 'reading'));
    expect(result.current.stateOf(paper())).toBe('reading');
    await store(savedAs('done'));
    expect(result.current.stateOf(paper())).toBe('done');
    await store();
    expect(result.current.stateOf(paper())).toBeUndefined();
  });

  it('keeps a click that the worker has not stored when other states come', async () => {
    let finish: () => void = () => undefined;
    const { result, store } = saving({
      'reading.save': () => new Promise((resolve) => (finish = () => resolve(savedPaper(1)))),
    });
    await act(async () => result.current.setState(paper(), 'reading'));
    await store(savedStateOf(savedPaper(2)));
    expect(result.current.stateOf(paper())).toBe('reading');
    await act(async () => finish());
    expect(result.current.stateOf(paper())).toBe('reading');
  });

  it('takes a click back when it fails', async () => {
    const { result } = saving({ 'reading.save': failing('storage-full') });
    act(() => result.current.setState(paper(), 'to-read'));
    await waitFor(() => expect(result.current.failure).toBe('storage-full'));
    expect(result.current.stateOf(paper())).toBeUndefined();
  });

  it('says why the states are not known', async () => {
    const { result } = saving({ 'reading.states': failing('storage') });
    await waitFor(() => expect(result.current.failure).toBe('storage'));
  });

  it('removes, and restores what was removed', async () => {
    const { result, outside, store } = saving();
    await store(savedAs('done'));
    act(() => result.current.toggle(paper()));
    expect(result.current.stateOf(paper())).toBeUndefined();
    expect(result.current.removed?.title).toBe('Paper number 1');

    await act(async () => result.current.undo());
    expect(result.current.removed).toBeNull();
    expect(outside.asked.map(({ name }) => name).slice(2)).toEqual(['reading.remove', 'reading.restore']);
  });

  it('asks nothing about a paper that cannot be told from others', async () => {
    const { result, outside } = saving();
    const page = facts({ ids: {}, title: 'Notes', authors: [] });
    await act(async () => result.current.setState(page, 'to-read'));
    expect(result.current.failure).toBe('not-a-paper');
    expect(outside.asked).toHaveLength(1);
  });
});
