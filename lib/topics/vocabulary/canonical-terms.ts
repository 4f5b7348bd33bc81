import { termOf, type Word, wordsOf } from '../../text/words';
import { definitionsIn, isShortForm } from './acronyms';
import type { Rewrites } from './rewrites';

/** A term of a text after rewriting; the terms of an expanded acronym share their position. */
export interface CanonicalTerm {
  readonly term: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** False if punctuation precedes it: names do not cross punctuation. */
  readonly isJoined: boolean;
}

/**
 * The words of a text with all known variants united: `LLMs`, `Large-Language Model` and `large language
 * models (LLMs)` all give the terms of `large language model`. A short form that the text itself defines has
 * that meaning.
 */
export function canonicalTerms(text: string, rewrites: Rewrites): readonly CanonicalTerm[] {
  const definitions = definitionsIn(text);
  const own = new Map(definitions.map(({ short, long }) => [shortTerm(short), termsOf(long, rewrites)]));
  const terms: CanonicalTerm[] = [];
  let skipped = 0;
  let end = 0;
  for (const word of wordsOf(text)) {
    // The bracket of `large language models (LLMs)` says nothing new, and `(VLA)` does not split a name.
    while (skipped < definitions.length && word.start >= (definitions[skipped]?.end ?? 0)) {
      end = Math.max(end, definitions[skipped]?.end ?? 0);
      skipped++;
    }
    if (word.start >= (definitions[skipped]?.bracket ?? Infinity)) continue;
    const isJoined = terms.length > 0 && isNameGap(text, end, word.start);
    const { start } = word;
    const expanded = expand(text, word, own, rewrites);
    if (expanded === null) append(terms, { term: word.term, start, end: word.end, isJoined }, rewrites);
    else {
      for (const [position, term] of expanded.entries()) {
        append(terms, { term, start, end: word.end, isJoined: isJoined || position > 0 }, rewrites);
      }
    }
    end = word.end;
  }
  return terms;
}

/** The canonical key of a name: its terms, joined with a space. Empty for a name without words. */
export function canonicalKey(name: string, rewrites: Rewrites): string {
  return termsOf(withoutShortForm(name), rewrites).join(' ');
}

/**
 * A name without its short form in brackets, which says nothing new even if its letters do not fit:
 * `multimodal models (LMMs)`.
 */
export function withoutShortForm(name: string): string {
  return name.replace(/(?<=\S)\s*\(([^()]*)\)/g, (bracket, inside: string) =>
    isShortForm(inside) ? '' : bracket,
  );
}

/** The term of a short form, the same for `LM` and `LMs`; ordinary words of this length keep their ending. */
export function shortTerm(short: string): string {
  return termOf(short.replace(/(?<=[A-Z\d])s$/, ''));
}

const termsOf = (text: string, rewrites: Rewrites): readonly string[] =>
  canonicalTerms(text, rewrites).map(({ term }) => term);

/** The terms of a short form's meaning; null for a plain word. */
function expand(
  text: string,
  { term, start, end }: Word,
  own: ReadonlyMap<string, readonly string[]>,
  rewrites: Rewrites,
): readonly string[] | null {
  const raw = mayBeShort(text, start, end) ? text.slice(start, end) : '';
  if (!isShortForm(raw)) {
    const acronym = rewrites.acronym(term);
    return acronym?.anyCase === true ? acronym.terms : null;
  }
  const short = shortTerm(raw);
  return rewrites.acronym(short)?.terms ?? own.get(short) ?? [short];
}

/**
 * False for nearly every word, at a tenth of the cost of `isShortForm`: no capital or digit after its first
 * letter.
 */
function mayBeShort(text: string, start: number, end: number): boolean {
  for (let position = start + 1; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code < SMALL_A) return true;
  }
  return false;
}

const SMALL_A = 97;

function append(terms: CanonicalTerm[], next: CanonicalTerm, rewrites: Rewrites): void {
  const term = rewrites.standIn(next.term) ?? next.term;
  const before = terms.at(-1);
  const joined = before !== undefined && next.isJoined ? rewrites.joined(before.term, term) : undefined;
  if (before === undefined || joined === undefined) terms.push({ ...next, term });
  else terms[terms.length - 1] = { ...before, term: joined, end: next.end };
}

const NAME_GAP = /^(?:[\s'’/-]*|[^\s\p{L}\p{N}])$/u;

/** A name may contain white space, hyphens and slashes, and one sign between letters: `Qwen2.5`, `pass@1`. */
function isNameGap(text: string, from: number, to: number): boolean {
  return to - from === 1 && text.charAt(from) === ' ' ? true : NAME_GAP.test(text.slice(from, to));
}
