import type { Paper, PaperIds } from './paper/paper';

/** The position of a reason in a paper's texts: offsets in UTF-16 units. */
export interface ReasonPosition {
  readonly field: 'abstract' | 'title';
  readonly start: number;
  readonly end: number;
}

/**
 * Why a paper is related. `share` is the part of the score, unitless; the shares of all reasons of a paper
 * sum to 1.
 */
export type Reason =
  | { readonly kind: 'author'; readonly name: string; readonly share: number }
  | { readonly kind: 'organisation'; readonly name: string; readonly share: number }
  /** Words that both have, as the paper writes them. */
  | {
      readonly kind: 'phrase';
      readonly phrase: string;
      readonly share: number;
      readonly positions: readonly ReasonPosition[];
    }
  /** A word of the paper whose meaning is close to one of the query's (`own`). */
  | {
      readonly kind: 'pair';
      readonly phrase: string;
      readonly own: string;
      readonly share: number;
      readonly positions: readonly ReasonPosition[];
    }
  | { readonly kind: 'topic'; readonly topic: string; readonly share: number }
  /** All other words together: the general subject. */
  | { readonly kind: 'rest'; readonly share: number };

/** A paper with a score and reasons. */
export interface RelatedPaper {
  readonly paper: Paper;
  /** Unitless, 0 and up, comparable only within one answer. */
  readonly score: number;
  /** Score relative to the best of the answer, 0 to 1: the margin rule's strength. */
  readonly closeness: number;
  /** Phrases, pairs, topics, people, rest; each kind strongest first. Never empty. */
  readonly reasons: readonly Reason[];
}

export type RelatedSort = 'closest' | 'newest' | 'upvoted';

/** Papers in one answer. The annotation counts what the sidebar lists. */
export const RELATED_LIMIT = 24;

/** Papers that a sidebar shows at first; it asks for the others while the reader reads these. */
export const RELATED_AT_ONCE = 6;

/** What to find related papers for. */
export interface RelatedQuery {
  readonly title: string;
  readonly abstract?: string;
  readonly authors: readonly string[];
  readonly organisation?: string;
  /** Identify the paper itself, which is never in the answer. */
  readonly ids: PaperIds;
}

/** One answer of the look-up. */
export interface RelatedAnswer {
  /** Best first; perhaps only the first of those found. */
  readonly items: readonly RelatedPaper[];
  /** How many papers are related, given or not. */
  readonly found: number;
  /** Papers looked through. */
  readonly feedSize: number;
}
