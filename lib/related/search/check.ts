import type { Paper } from '../../model/paper/paper';
import { termsOf } from '../../text/words';
import type { SearchQuery, TypedWords } from './query';
import { countedTerms, hasRun, isTyped } from './query';

/** Candidates of a typed search with their texts, in the order of `searchRows`. */
export interface FoundPapers {
  readonly exact: readonly Paper[];
  readonly similar: readonly Paper[];
}

/**
 * The papers that a typed search finds: those that have all of it, titles that read like it first, then the
 * others that have it in the title, then the rest; then those close in meaning.
 *
 * Cost: some 0.1 ms for each title, and for each abstract until `limit` papers are found.
 */
export function checkFound(
  query: SearchQuery,
  { exact, similar }: FoundPapers,
  limit: number,
): readonly Paper[] {
  const ranked = exact
    .map((paper) => ({ paper, rank: titleRank(query, termsOf(paper.title)) }))
    .toSorted((a, b) => a.rank - b.rank);
  const found: Paper[] = [];
  for (const { paper } of ranked) {
    if (found.length === limit) return found;
    if (hasAll(query, paper)) found.push(paper);
  }
  const close = similar.filter((paper) => hasAuthors(query, paper));
  return [...found, ...close].slice(0, limit);
}

/** 0 for a title with the typed words as they were typed, 1 for one with all of them, 2 for others. */
function titleRank({ words, phrases }: SearchQuery, title: readonly string[]): number {
  if (!phrases.every((phrase) => hasRun(phrase, title))) return 2;
  if (hasRun(words, title) || words.terms.length === 0) return 0;
  return hasWords(words, title) ? 1 : 2;
}

/** The word index and the marks of names can be wrong about rare words; the texts are not. */
function hasAll(query: SearchQuery, paper: Paper): boolean {
  const { title, abstract = '', authors, organisation = '', keywords } = paper;
  if (!hasAuthors(query, paper)) return false;
  const texts = [title, abstract].map(termsOf);
  const others = [...authors, organisation, ...keywords].flatMap(termsOf);
  return (
    query.phrases.every((phrase) => texts.some((text) => hasRun(phrase, text))) &&
    hasWords(query.words, [...texts.flat(), ...others])
  );
}

function hasWords(words: TypedWords, terms: readonly string[]): boolean {
  const known = new Set(terms);
  return countedTerms(words).every((typed) =>
    typed.isOpen ? terms.some((term) => isTyped(typed, term)) : known.has(typed.term),
  );
}

/** Each typed name is one author's, or the organisation's. */
function hasAuthors({ authors: typed }: SearchQuery, { authors, organisation = '' }: Paper): boolean {
  const names = typed.length === 0 ? [] : [...authors, organisation].map(termsOf);
  return typed.every((words) => names.some((name) => isName(words, name)));
}

/** `J. Doe`, `Doe, Jane` and `jane do` match Jane Doe; a lone initial does not match a name typed in full. */
function isName({ terms, isOpen }: TypedWords, name: readonly string[]): boolean {
  const isPart = (term: string, position: number): boolean =>
    name.some((part) => {
      if (term.length === 1 || part.length === 1) return part[0] === term[0];
      return isTyped({ term, isOpen: isOpen && position === terms.length - 1 }, part);
    });
  const isWhole = terms.some((term) => term.length === 1 || name.some((part) => part.startsWith(term)));
  return isWhole && terms.every(isPart);
}
