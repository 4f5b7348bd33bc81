import type { ReadingState } from './saved';
import { compact } from './compact';
import type { Paper, PaperFacts } from './paper/paper';

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
  /** The reader's own mark; filled in from the reading list, not by the look-up. */
  readonly saved?: ReadingState;
}

export type RelatedSort = 'closest' | 'newest' | 'upvoted';

/** Papers in one answer: what the annotation counts is what the sidebar lists. */
export const RELATED_LIMIT = 24;

/** Papers that a sidebar shows at first; it asks for the others while the reader reads these. */
export const RELATED_AT_ONCE = 6;

/** What to find related papers for. */
export interface RelatedQuery {
  readonly title: string;
  readonly abstract?: string;
  readonly authors: readonly string[];
  readonly organisation?: string;
}

/** What the reader chose above the list. */
export interface RelatedChoice {
  readonly sort: RelatedSort;
  /** Only papers with this topic. */
  readonly topic: string | null;
}

/** What the sidebar asks for about a paper. */
export function relatedRequest(paper: PaperFacts, { sort, topic }: RelatedChoice) {
  const { title, abstract, authors, organisation, ids } = paper;
  return {
    query: compact({ title, abstract, authors, organisation }),
    ids,
    limit: RELATED_LIMIT,
    sort,
    ...(topic === null ? {} : { topic }),
  };
}

/** One answer of the look-up. */
export interface RelatedAnswer {
  /** Best first; perhaps only the first of those found. */
  readonly items: readonly RelatedPaper[];
  /** How many were found. */
  readonly found: number;
  /** Papers looked through. */
  readonly feedSize: number;
}
