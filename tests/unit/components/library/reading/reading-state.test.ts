import { describe, expect, it } from 'vitest';
import { readingListState, type ReadingTab } from '../../../../../components/library/reading/reading-state';
import type { SavedPaper } from '../../../../../lib/model/saved';
import { paper, savedPaper } from '../../../../support/ui/papers';

const list = (papers: readonly SavedPaper[]) => ({ kind: 'ready', value: { papers, restored: 0 } }) as const;
const papers = [
  savedPaper(1, { paper: paper({ title: 'Flow matching for agents' }, 1) }),
  savedPaper(2, { state: 'reading', paper: paper({ title: 'Éclair', organisation: 'An Organisation' }, 2) }),
  savedPaper(3, { state: 'done' }),
  savedPaper(4, { removedAtMs: 1 }),
];
const view = (tab: ReadingTab, typed = '') =>
  readingListState(list(papers), { tab, typed }, ({ state }) => state);

describe('readingListState', () => {
  it('counts the papers of each tab, without those that were removed', () => {
    expect(view('to-read')).toMatchObject({ counts: { 'to-read': 1, reading: 1, done: 1, all: 3 } });
  });

  it.each<[ReadingTab, string, string[]]>([
    ['reading', '', ['Éclair']],
    ['all', 'match agent', ['Flow matching for agents']],
    ['all', 'eclair', ['Éclair']],
    ['all', 'organ', ['Éclair']],
    ['all', 'second', ['Flow matching for agents', 'Éclair', 'Paper number 3']],
    ['to-read', 'eclair', []],
  ])('shows under %s for the words %j: %j', (tab, typed, titles) => {
    const state = view(tab, typed);
    expect(state.kind === 'ready' && state.shown.map((saved) => saved.paper.title)).toEqual(titles);
  });

  it('is empty when clicks have removed the last one', () => {
    expect(readingListState(list(papers), { tab: 'all', typed: '' }, () => undefined)).toEqual({
      kind: 'empty',
    });
  });

  it('passes on loading and failure', () => {
    const failed = { kind: 'failed', code: 'storage' } as const;
    expect(readingListState(failed, { tab: 'all', typed: '' }, ({ state }) => state)).toBe(failed);
  });
});
