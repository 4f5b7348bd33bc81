import { fold } from '../../model/paper/identity';
import type { Paper } from '../../model/paper/paper';
import { type Features, readFeatures } from '../rank/features';
import { hashText } from '../../text/hash';
import { nameMarks } from '../search/names';
import type { WordModel } from '../model/word-model';

/** Components beyond this multiple of the mean are cut off: about one in a million. */
const MAX_COMPONENT = 5;

/** The largest factor of a word as a whole number: the error is a thousandth of a vector's last bit. */
const MAX_FACTOR = 1 << 13;

/** The scale by which a unit vector's components become 8-bit integers. */
export function componentScale(dimensions: number): number {
  return 127 / Math.min(1, MAX_COMPONENT / Math.sqrt(dimensions));
}

/** A unit vector as it is stored. */
function quantised(vector: Float32Array): Int8Array {
  const scale = componentScale(vector.length);
  return Int8Array.from(vector, (part) => Math.max(-127, Math.min(127, Math.round(part * scale))));
}

/**
 * The vector of a text: the sum of its rows' vectors, each log2(1 + times), at length 1. All zeros when no
 * word counts.
 *
 * Cost: rows × dimensions, some 0.02 ms.
 */
export function vectorOf(model: WordModel, { rows }: Pick<Features, 'rows'>): Float32Array {
  const { dimensions } = model.header;
  const weighed = [...rows].map(
    ([row, times]) => [row, Math.log2(1 + times) * (model.scales[row] ?? 0)] as const,
  );
  const scale = factorScale(weighed.map(([, factor]) => factor));
  const sum = new Int32Array(dimensions);
  for (const [row, weight] of weighed) {
    const factor = Math.round(weight * scale);
    const start = row * dimensions;
    for (let position = 0; position < dimensions; position++) {
      sum[position] = (sum[position] ?? 0) + Math.imul(factor, model.vectors[start + position] ?? 0);
    }
  }
  return toUnit(Float32Array.from(sum));
}

/**
 * The scale that turns a text's factors into whole numbers whose products and sums stay below 2^30: up to
 * there a freshly started worker allocates no object for a number.
 */
function factorScale(factors: readonly number[]): number {
  const largest = factors.reduce((most, factor) => Math.max(most, factor), 0);
  const sum = factors.reduce((all, factor) => all + factor, 0);
  return largest === 0 ? 0 : Math.min(MAX_FACTOR / largest, 2 ** 30 / 127 / (sum + factors.length * largest));
}

/** A vector scaled to length 1; all zeros stay zeros. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const component of vector) square += component ** 2;
  const length = Math.sqrt(square);
  return length === 0 ? vector : vector.map((component) => component / length);
}

/** One paper as the look-up holds it. */
export interface EncodedPaper {
  readonly key: string;
  /** The unit vector times `componentScale`. */
  readonly vector: Int8Array;
  /** Word ids, ascending; a repeated word stands up to `MAX_REPEATS` times. */
  readonly words: Uint16Array;
  /** `peopleOf`, then the marks by which a typed name is found (`nameMarks`). */
  readonly people: Uint32Array;
}

/** Beyond this, further occurrences say nothing more (BM25 saturates). */
const MAX_REPEATS = 4;
/** Some papers have a thousand authors; the first ones are enough. */
export const MAX_AUTHORS = 24;

/** Reads a paper once, for all later look-ups. Cost: some 0.3 ms for an abstract of 1,500 characters. */
export function encodePaper(model: WordModel, paper: Paper): EncodedPaper {
  const features = readFeatures(model, paper);
  return {
    key: paper.key,
    vector: quantised(vectorOf(model, features)),
    words: Uint16Array.from(repeatedWords(features)),
    people: encodePeople(paper),
  };
}

/** A paper's people and the marks of their names, as in its row. */
export function encodePeople({ authors, organisation = '' }: Paper): Uint32Array {
  const named = { authors: authors.slice(0, MAX_AUTHORS), organisation };
  return Uint32Array.from([...peopleOf(named), ...nameMarks(named)]);
}

function repeatedWords({ words }: Features): readonly number[] {
  const repeated: number[] = [];
  for (const [word, times] of words) {
    for (let left = repeatsOf(times); left > 0; left--) repeated.push(word);
  }
  return repeated.toSorted((a, b) => a - b);
}

/** How often a row repeats a word that occurs this many times. */
export function repeatsOf(times: number): number {
  return Math.min(Math.round(times), MAX_REPEATS);
}

/** Hashes by which shared authors and organisations are found. */
export function peopleOf({
  authors,
  organisation = '',
}: Pick<Paper, 'authors' | 'organisation'>): readonly number[] {
  return [...authors.slice(0, MAX_AUTHORS), organisation]
    .map(fold)
    .filter((name) => name !== '')
    .map(hashText);
}
