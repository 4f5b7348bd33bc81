import type { ErrorCode } from '../../../lib/errors';
import type { ReadingList } from '../../../lib/messages/protocol';
import type { ReadingState, SavedPaper } from '../../../lib/model/saved';
import { wordsOf } from '../../../lib/text/words';
import type { Asked } from '../../worker/query-store';

/** A tab over the reading list. */
export type ReadingTab = ReadingState | 'all';

/** All that the reading list can show. */
export type ReadingListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** Nothing was ever saved, or all of it removed. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'ready';
      readonly counts: Readonly<Record<ReadingTab, number>>;
      /** The papers of the tab that match the search; may be none. */
      readonly shown: readonly SavedPaper[];
    };

/**
 * Sorts the reading list into its tabs and filters it.
 *
 * Every typed word must begin a word of the title, an author or the organisation. `stateOf` decides a paper's
 * state; undefined leaves the paper out.
 */
export function readingListState(
  list: Asked<ReadingList>,
  { tab, typed }: { readonly tab: ReadingTab; readonly typed: string },
  stateOf: (saved: SavedPaper) => ReadingState | undefined,
): ReadingListState {
  if (list.kind !== 'ready') return list;
  const papers = list.value.papers.flatMap((saved) => {
    const state = stateOf(saved);
    return state === undefined || saved.removedAtMs !== undefined ? [] : [{ ...saved, state }];
  });
  if (papers.length === 0) return { kind: 'empty' };
  const inTab = (one: ReadingTab) => papers.filter(({ state }) => one === 'all' || state === one);
  return {
    kind: 'ready',
    counts: {
      'to-read': inTab('to-read').length,
      reading: inTab('reading').length,
      done: inTab('done').length,
      all: papers.length,
    },
    shown: inTab(tab).filter((saved) => matches(saved, typed)),
  };
}

function matches({ paper }: SavedPaper, typed: string): boolean {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return true;
  const words = wordsOf([paper.title, ...paper.authors, paper.organisation ?? ''].join(' ')); // No organisation: nothing to match.
  return wanted.every(({ term }) => words.some((word) => word.term.startsWith(term)));
}
