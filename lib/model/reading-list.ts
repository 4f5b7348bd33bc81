import type { ReadingState } from './feed/feed';
import type { PaperFacts, PaperKey } from './paper/paper';

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
