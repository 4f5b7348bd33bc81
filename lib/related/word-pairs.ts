import type { PaperFacts } from '../model/paper';
import type { Reason, ReasonPlace } from '../model/related';
import type { Contribution } from './contributions';
import { toUnit } from './encode';
import { readOccurrences } from './features';
import type { QueryPaper } from './rank-query';
import type { WordModel } from './word-model';

const MAX_PAIRS = 2;
/** Of so many strongest words the closest is looked for: some are close to none of the query's. */
const MAX_TRIED = 4;
/** A word must bring so much of the score: below this it is one of many that say little each. */
const MIN_PART = 0.012;
/** Words below this cosine are not close in meaning. */
const MIN_COSINE = 0.4;

type PairReason = Extract<Reason, { kind: 'pair' }>;

/** One word of the query. */
interface OwnWord {
  /** As the query first writes it. */
  readonly text: string;
  /** Its vector at length 1. */
  readonly unit: Float32Array;
}

/** One word of the paper that the query has not. */
interface LoneWord {
  readonly text: string;
  readonly row: number;
  part: number;
  readonly places: ReasonPlace[];
}

/**
 * Makes the function that explains the part of the vectors: for the words of a paper that bring most of it
 * without being in the query, the query's word that is closest in meaning; `share` in units of the score.
 *
 * Cost: the query's words × dimensions for each pair.
 */
export function createPairFinder(
  model: WordModel,
  query: QueryPaper,
): (
  paper: Pick<PaperFacts, 'abstract' | 'title'>,
  contributions: readonly Contribution[],
) => readonly PairReason[] {
  const own = new Map<number, OwnWord>();
  for (const { field, rows, start, end, wordId } of readOccurrences(model, query)) {
    const [row] = rows;
    const text = (query[field] ?? '').slice(start, end);
    if (wordId === null || row === undefined || !isWord(model, rows) || own.has(row)) continue;
    own.set(row, { text, unit: unitOf(model, row) });
  }
  return (paper, contributions) => {
    // A word of the query once: "accelerating" and "acceleration" would say the same of "accelerate".
    const pairs = new Map<string, PairReason>();
    for (const { text, row, part, places } of strongest(model, paper, contributions)) {
      const closest = closestOf(model, row, own.values());
      if (closest === null || pairs.has(closest.text)) continue;
      pairs.set(closest.text, { kind: 'pair', phrase: text, own: closest.text, share: part, places });
    }
    return [...pairs.values()].slice(0, MAX_PAIRS);
  };
}

/** Groups of letters, which stand in for unknown words, are close in spelling: no meaning to show. */
function isWord({ header }: WordModel, rows: readonly number[]): boolean {
  return rows.length === 1 && (rows[0] ?? 0) < header.words;
}

function strongest(
  model: WordModel,
  paper: Pick<PaperFacts, 'abstract' | 'title'>,
  contributions: readonly Contribution[],
): readonly LoneWord[] {
  const words = new Map<number, LoneWord>();
  for (const { field, rows, start, end, part } of contributions) {
    const [row] = rows;
    if (row === undefined || !isWord(model, rows)) continue;
    const known = words.get(row);
    const place = { field, start, end };
    if (known === undefined) {
      words.set(row, { text: (paper[field] ?? '').slice(start, end), row, part, places: [place] });
    } else {
      known.part += part;
      known.places.push(place);
    }
  }
  return [...words.values()]
    .filter(({ part }) => part >= MIN_PART)
    .toSorted((a, b) => b.part - a.part)
    .slice(0, MAX_TRIED);
}

/** The query's word that is closest in meaning to a row's; null when none is close. */
function closestOf(model: WordModel, row: number, own: Iterable<OwnWord>): OwnWord | null {
  const unit = unitOf(model, row);
  let closest: OwnWord | null = null;
  let best = MIN_COSINE;
  for (const word of own) {
    let cosine = 0;
    for (let place = 0; place < unit.length; place++) cosine += (unit[place] ?? 0) * (word.unit[place] ?? 0);
    if (cosine > best) {
      best = cosine;
      closest = word;
    }
  }
  return closest;
}

/** A word's vector at length 1. */
function unitOf({ header, vectors }: WordModel, row: number): Float32Array {
  const { dimensions } = header;
  return toUnit(Float32Array.from(vectors.subarray(row * dimensions, (row + 1) * dimensions)));
}
