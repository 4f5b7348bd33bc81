import type { Paper, PaperKey } from '../model/paper';
import type { RelatedAnswer, RelatedQuery } from '../model/related';

/** What narrows an answer. Both apply inside the search, not after the cut. */
export interface RelatedOptions {
  readonly limit: number;
  /** True for papers that may not appear: the paper itself, its other versions, papers outside a filter. */
  readonly isExcluded: (paper: Paper) => boolean;
}

/** Finds related papers among those it was given. Pure: the service loads, saves and decides when. */
export interface RelatedEngine {
  readonly size: number;
  /** Adds papers; one with a known key replaces it. Gives way to other work in between. */
  add(papers: readonly Paper[]): Promise<void>;
  remove(keys: readonly PaperKey[]): void;
  /** Related papers, best first. Errors: none; an empty query or feed gives no items. */
  find(query: RelatedQuery, options: RelatedOptions): RelatedAnswer;
  /** Papers that hold all typed words, best first. */
  search(text: string, limit: number): readonly Paper[];
}
