import { isStopTerm } from './stop-words';
import { termsOf, wordsOf } from './words';

/** A piece of a text; the pieces in order are the text. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A range of a text: offsets in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text at ranges, for `<mark>`. Ranges may come in any order, overlap, and exceed the text.
 *
 * Shape: the texts of the parts, joined, are `text`; no part is empty; neighbours differ in `isMarked`.
 */
export function splitAt(text: string, ranges: readonly TextRange[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { start, end } of joined(ranges, text.length)) {
    if (start > from) parts.push({ text: text.slice(from, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMarked: false });
  return parts;
}

/** In order and within the text, without empty ones; adjacent ranges are joined. */
function joined(ranges: readonly TextRange[], length: number): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(0, range.start);
    const end = Math.min(length, range.end);
    const last = result.at(-1);
    if (end <= start) continue;
    if (last === undefined || start > last.end) result.push({ start, end });
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return result;
}

/** Labels of a typed search, which are not words of a paper. */
const LABEL = /(?<![\p{L}\p{N}])(?:author|topic|arxiv|doi):/giu;
/** With this many letters, the last typed word also stands for words that begin with it, as in the search. */
const PREFIX_LETTERS = 3;

/**
 * The ranges of a text with the words that were typed to find it: every telling word, compared as in the
 * look-up (without case, accents and plural endings). Words that say nothing ("the") are skipped, unless
 * nothing else was typed.
 *
 * Cost: linear in the words of the text.
 */
export function findTyped(text: string, typed: string): readonly TextRange[] {
  const words = typed.replace(LABEL, ' ');
  const terms = termsOf(words);
  const telling = terms.filter((term) => !isStopTerm(term));
  const wanted = new Set(telling.length > 0 ? telling : terms);
  const last = /[\p{L}\p{N}\p{M}]$/u.test(words) ? (terms.at(-1) ?? '') : '';
  const isOpen = last.length >= PREFIX_LETTERS && wanted.has(last);
  const isBegun = (term: string): boolean => isOpen && term.startsWith(last);
  return wordsOf(text).filter(({ term }) => wanted.has(term) || isBegun(term));
}
