import type { Reason, ReasonPosition } from '../../model/related';
import type { Contributions } from './contributions';
import type { Occurrence } from '../rank/features';
import type { FieldWords } from '../segments/paper-words';
import type { RankQuery } from '../rank/rank-query';
import { dotOf, type ScanVector, scanStored } from '../model/similarity';
import type { WordModel } from '../model/word-model';

const MAX_PAIRS = 2;
/** How many of the strongest words get a partner looked up: some are close to none of the query's. */
const MAX_TRIED = 4;
/** Words of the query that are compared: those that count most, a third of an abstract's. */
const MAX_OWN_WORDS = 40;
/** A word must contribute this share of the score: below it, it is one of many that say little. */
const MIN_PART = 0.012;
/** Words below this cosine are not close in meaning. */
const MIN_COSINE = 0.47;

type PairReason = Extract<Reason, { kind: 'pair' }>;

/** One word of the query. */
interface OwnWord {
  /** As the query first writes it. */
  readonly text: string;
  readonly row: number;
  /** What BM25 gives it. */
  readonly weight: number;
}

/** One word of the paper that the query has not. */
interface LoneWord {
  readonly text: string;
  readonly row: number;
  part: number;
  readonly positions: ReasonPosition[];
}

/**
 * Makes the function that explains the vectors' part of a score: it pairs the words that contribute most
 * without being in the query with the query's word closest in meaning; `share` in units of the score.
 * `isOpen`: true for words that no other reason accounts for.
 *
 * Cost: `MAX_OWN_WORDS` × dimensions for each new word.
 */
export function createPairFinder(
  model: WordModel,
  query: RankQuery,
): (
  paper: readonly FieldWords[],
  contributions: Contributions,
  isOpen: (occurrence: Occurrence) => boolean,
) => readonly PairReason[] {
  const findClosest = createClosestFinder(model, ownWords(model, query));
  return (paper, contributions, isOpen) => {
    // Each word of the query once: "accelerating" and "acceleration" would say the same about "accelerate".
    const pairs = new Map<string, PairReason>();
    for (const { text, row, part, positions } of strongest(model, paper, contributions, isOpen)) {
      if (pairs.size === MAX_PAIRS) break;
      const closest = findClosest(row);
      if (closest === null || pairs.has(closest.text)) continue;
      pairs.set(closest.text, { kind: 'pair', phrase: text, own: closest.text, share: part, positions });
    }
    return [...pairs.values()];
  };
}

/** The words of the query that count most, strongest first. */
function ownWords(model: WordModel, { fields, occurrences, words }: RankQuery): readonly OwnWord[] {
  const own = new Map<number, OwnWord>();
  for (const { field, rows, start, end, wordId } of occurrences) {
    const [row] = rows;
    if (wordId === null || row === undefined || !isWord(model, rows) || own.has(row)) continue;
    const weight = words.table[wordId] ?? 0;
    own.set(row, { text: textOf(fields, field).slice(start, end), row, weight });
  }
  return [...own.values()].toSorted((a, b) => b.weight - a.weight).slice(0, MAX_OWN_WORDS);
}

/** Groups of letters, which stand in for unknown words, are close in spelling, not in meaning. */
function isWord({ header }: WordModel, rows: readonly number[]): boolean {
  return rows.length === 1 && (rows[0] ?? 0) < header.words;
}

function strongest(
  model: WordModel,
  paper: readonly FieldWords[],
  { occurrences, parts }: Contributions,
  isOpen: (occurrence: Occurrence) => boolean,
): readonly LoneWord[] {
  const words = new Map<number, LoneWord>();
  for (const [index, occurrence] of occurrences.entries()) {
    const { field, rows, start, end } = occurrence;
    const part = parts[index] ?? 0;
    const [row] = rows;
    if (row === undefined || !isWord(model, rows) || !isOpen(occurrence)) continue;
    const known = words.get(row);
    const position = { field, start, end };
    if (known === undefined) {
      words.set(row, { text: textOf(paper, field).slice(start, end), row, part, positions: [position] });
    } else {
      known.part += part;
      known.positions.push(position);
    }
  }
  return [...words.values()]
    .filter(({ part }) => part >= MIN_PART)
    .toSorted((a, b) => b.part - a.part)
    .slice(0, MAX_TRIED);
}

function textOf(fields: readonly FieldWords[], wanted: FieldWords['field']): string {
  return fields.find(({ field }) => field === wanted)?.text ?? '';
}

/** Makes the function that finds the query's word closest in meaning to a row's; null when none is close. */
function createClosestFinder(
  { header: { dimensions }, vectors }: WordModel,
  own: readonly OwnWord[],
): (row: number) => OwnWord | null {
  /** Related papers have words in common: each is compared once. */
  const known = new Map<number, OwnWord | null>();
  const scanOf = (row: number): ScanVector => scanStored(vectors, row, dimensions);
  const dot = (scan: ScanVector, row: number): number => dotOf(scan, vectors, row * dimensions, dimensions);
  const lengthOf = (row: number, scan = scanOf(row)): number => Math.sqrt(dot(scan, row));
  const lengths = own.map(({ row }) => lengthOf(row));

  function findClosest(row: number): OwnWord | null {
    const scan = scanOf(row);
    const length = lengthOf(row, scan);
    let closest: OwnWord | null = null;
    let best = MIN_COSINE;
    for (const [position, word] of own.entries()) {
      const cosine = dot(scan, word.row) / (length * (lengths[position] ?? 0));
      // A vector of zeros gives NaN.
      if (cosine > best) {
        best = cosine;
        closest = word;
      }
    }
    return closest;
  }

  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const closest = findClosest(row);
    known.set(row, closest);
    return closest;
  };
}
