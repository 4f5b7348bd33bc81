import type { Paper } from '../model/paper/paper';

/** A list of papers as it goes into a file: that of a day, week or month, or any other that is on screen. */
export interface ExportedList {
  /** As on screen: `Hugging Face, Tuesday 9 June 2026`. */
  readonly title: string;
  /** The list's page at its source, which also names the list in an Atom feed. */
  readonly url: string;
  /** Whom the list is from. */
  readonly publisher: string;
  /** When it was last fetched, ms since epoch. */
  readonly updatedAtMs: number;
  /** In the list's order. */
  readonly papers: readonly Paper[];
}
