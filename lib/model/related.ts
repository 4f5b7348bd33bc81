import type { ReadingState } from './feed';
import type { Paper } from './paper';

/** Why a paper is related. `share` is the part of the score, 0 to 1; reasons known as facts only have none. */
export type Reason =
  | { readonly kind: 'author'; readonly name: string }
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'phrase'; readonly phrase: string; readonly share: number }
  | { readonly kind: 'topic'; readonly topic: string };

/** A paper with a score and reasons. */
export interface RelatedPaper {
  readonly paper: Paper;
  /** Unitless, 0 and up, comparable only within one answer. */
  readonly score: number;
  /** Score relative to the best of the answer, 0 to 1: the margin rule's strength. */
  readonly closeness: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  /** The reader's own mark; filled in from the reading list, not by the look-up. */
  readonly saved?: ReadingState;
}

export type RelatedSort = 'closest' | 'newest' | 'upvoted';

/** Papers in one answer: what the annotation counts is what the sidebar lists. */
export const RELATED_LIMIT = 24;

/** What to find related papers for. */
export interface RelatedQuery {
  readonly title: string;
  readonly abstract?: string;
  readonly authors: readonly string[];
  readonly organisation?: string;
}

/** One answer of the look-up. */
export interface RelatedAnswer {
  readonly items: readonly RelatedPaper[];
  /** Papers looked through. */
  readonly feedSize: number;
}
