import { BREAK, type TermStreams } from './term-streams';

/** The rows of the model that stand for words and phrases. */
export interface Vocabulary {
  /** Words by falling frequency, then phrases (`coding agent`) by falling frequency. */
  readonly terms: readonly string[];
  readonly words: number;
  readonly phrases: number;
  /** Row of each number of the streams; `NO_ROW` for a word outside the vocabulary. */
  readonly rowOfTerm: Uint32Array;
  /** Row of a phrase of two numbers of the streams (`phraseCode`). */
  readonly rowOfPhrase: ReadonlyMap<number, number>;
  /** Fewest occurrences of any word and any phrase with a row. */
  readonly fewest: { readonly word: number; readonly phrase: number };
}

export const NO_ROW = 0xff_ff_ff_ff;

/** One number for two: below 2^53 for any vocabulary that fits into memory. */
export function phraseCode(first: number, second: number, termCount: number): number {
  return first * termCount + second;
}

/**
 * Chooses the most frequent words and phrases of the first `texts` texts; ties go by letters.
 *
 * Cost: some 5 s for 20 million words, most of it sorting phrases (a `Map` of them all would not fit).
 */
export function chooseVocabulary(
  { terms, stream, starts }: TermStreams,
  texts: number,
  limits: { readonly words: number; readonly phrases: number },
): Vocabulary {
  const read = stream.subarray(0, starts[texts] ?? 0);
  const counts = countTerms(read, terms.length);
  const wordIds = mostFrequent(
    Array.from(counts.keys()).filter((id) => id !== BREAK && (counts[id] ?? 0) > 0),
    (id) => counts[id] ?? 0,
    (id) => terms[id] ?? '',
    limits.words,
  );
  const phraseCounts = countPhrases(read, terms.length);
  const nameOf = (code: number): string =>
    `${terms[Math.floor(code / terms.length)] ?? ''} ${terms[code % terms.length] ?? ''}`;
  const codes = mostFrequent(
    [...phraseCounts.keys()],
    (code) => phraseCounts.get(code) ?? 0,
    nameOf,
    limits.phrases,
  );
  const rowOfTerm = new Uint32Array(terms.length).fill(NO_ROW);
  for (const [row, id] of wordIds.entries()) rowOfTerm[id] = row;
  return {
    terms: [...wordIds.map((id) => terms[id] ?? ''), ...codes.map(nameOf)],
    words: wordIds.length,
    phrases: codes.length,
    rowOfTerm,
    rowOfPhrase: new Map(codes.map((code, position) => [code, wordIds.length + position])),
    fewest: { word: counts[wordIds.at(-1) ?? 0] ?? 0, phrase: phraseCounts.get(codes.at(-1) ?? 0) ?? 0 },
  };
}

function countTerms(stream: Uint32Array, termCount: number): Uint32Array {
  const counts = new Uint32Array(termCount);
  for (const id of stream) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** Counts phrases that occur at least twice: the others, nine in ten, get no row and only fill the memory. */
function countPhrases(stream: Uint32Array, termCount: number): ReadonlyMap<number, number> {
  const codes = new Float64Array(stream.length);
  let length = 0;
  for (let position = 1; position < stream.length; position++) {
    const [first = BREAK, second = BREAK] = [stream[position - 1], stream[position]];
    if (first === BREAK || second === BREAK) continue;
    codes[length] = phraseCode(first, second, termCount);
    length += 1;
  }
  const sorted = codes.subarray(0, length).sort();
  const counts = new Map<number, number>();
  for (let start = 0; start < length;) {
    const code = sorted[start] ?? 0;
    let end = start + 1;
    while (end < length && sorted[end] === code) end += 1;
    if (end - start > 1) counts.set(code, end - start);
    start = end;
  }
  return counts;
}

function mostFrequent(
  ids: readonly number[],
  countOf: (id: number) => number,
  nameOf: (id: number) => string,
  limit: number,
): readonly number[] {
  if (limit === 0) return [];
  // We name only those that may get in, as there are millions of phrases.
  const fewest = ids.map(countOf).toSorted((a, b) => b - a)[limit - 1] ?? 0;
  return ids
    .filter((id) => countOf(id) >= fewest)
    .map((id) => ({ id, count: countOf(id), name: nameOf(id) }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}
