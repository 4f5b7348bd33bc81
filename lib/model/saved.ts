import { identityKeys } from './paper/identity';
import type { PaperFacts, PaperKey } from './paper/paper';

/** How far the reader got with a saved paper. */
export type ReadingState = 'done' | 'reading' | 'to-read';

/** One entry of the reading list; holds its own copy of the paper, so the feed may forget it. */
export interface SavedPaper {
  readonly key: PaperKey;
  readonly paper: PaperFacts;
  readonly state: ReadingState;
  readonly savedAtMs: number;
  /** The newer of two copies wins. */
  readonly changedAtMs: number;
  /** Set while a removal can still be undone. */
  readonly removedAtMs?: number;
}

/** The state of one saved paper, for whoever lists papers. */
export interface SavedState {
  /** Every key that identifies the paper: a record with any of them is the same work. */
  readonly keys: readonly PaperKey[];
  readonly state: ReadingState;
}

/** What lists need of an entry. */
export function savedStateOf({ key, paper, state }: SavedPaper): SavedState {
  return { keys: [...new Set([key, ...identityKeys(paper)])], state };
}
