import type { Paper } from '../../model/paper/paper';
import { termsOf } from '../../text/words';
import { hashText } from '../../text/hash';

/** The names that a typed search can find. */
export type Named = Pick<Paper, 'authors' | 'organisation'>;

/** The number of letters from which the beginning of a name is found. */
const PREFIX_LETTERS = 3;
/** A mark has 16 bits: ten of the first letters, six of the whole word. */
const WHOLE_BITS = 6;
const MARK_MASK = 0xff_ff;
const WHOLE_MASK = (1 << WHOLE_BITS) - 1;

/**
 * Two marks per number for the words of the authors' names and the organisation's, stored beside the hashes
 * of the full names. They narrow a search; the names themselves decide (`check.ts`).
 *
 * A chance hit: about 0.02 % of the papers for a whole word, 1.5 % for a beginning.
 */
export function nameMarks({ authors, organisation = '' }: Named): readonly number[] {
  const terms = [...authors, organisation].flatMap(termsOf);
  const marks = [...new Set(terms.filter((term) => term.length > 1).map(markOf))];
  const pairs: number[] = [];
  for (let position = 0; position < marks.length; position += 2) {
    const first = marks[position] ?? 0;
    pairs.push(((first << 16) | (marks[position + 1] ?? first)) >>> 0);
  }
  return pairs;
}

/** True for a number of `nameMarks` that may stand for the word, or for one that begins with it. */
export function nameTest(term: string, isOpen: boolean): (marks: number) => boolean {
  // The beginning of a shorter word is not stored: it counts as a whole word.
  const shift = isOpen && term.length >= PREFIX_LETTERS ? WHOLE_BITS : 0;
  const wanted = markOf(term) >>> shift;
  return (marks) => marks >>> (16 + shift) === wanted || (marks & MARK_MASK) >>> shift === wanted;
}

function markOf(term: string): number {
  const beginning = hashText(term.slice(0, PREFIX_LETTERS)) << WHOLE_BITS;
  return (beginning | (hashText(term) & WHOLE_MASK)) & MARK_MASK;
}
