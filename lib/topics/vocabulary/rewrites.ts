/** What makes the ways to write a name one. Learnt offline, kept in the topics' file. */
export interface Rewrites {
  /** The term that stands for another: `optimization` for `optimisation`. */
  standIn(term: string): string | undefined;
  /** The term that stands for two in a row: `multimodal` for `multi`, `modal`. */
  joined(first: string, second: string): string | undefined;
  /** What a short form means, by its term. */
  acronym(short: string): Acronym | undefined;
}

/** A short form with one meaning. */
export interface Acronym {
  /** Canonical terms of the long form. */
  readonly terms: readonly string[];
  /** True when no common word is written alike, so that `llm` counts as well as `LLM`; not so `clip`. */
  readonly anyCase: boolean;
}

/** Rewrites as they are learnt. */
export interface RewriteTables {
  readonly terms: ReadonlyMap<string, string>;
  /** By the first term, then by the second. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By the term of the short form. */
  readonly acronyms: ReadonlyMap<string, Acronym>;
}

/** Looks rewrites up in tables. */
export function rewritesOf({ terms, pairs, acronyms }: RewriteTables): Rewrites {
  return {
    standIn: (term) => terms.get(term),
    joined: (first, second) => pairs.get(first)?.get(second),
    acronym: (short) => acronyms.get(short),
  };
}
