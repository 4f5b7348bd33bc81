import type { RowPlace, Segment } from './segment';

/** A row with its first score. */
export interface Candidate extends RowPlace {
  readonly score: number;
}

/** Bins of the scores: fine enough that the last one taken holds few rows. */
const BINS = 2048;

/**
 * The best rows by a score, best first; of rows with the same title (versions and copies of one work) the
 * best.
 *
 * Shape: at most `limit`. Rows scored -Infinity are left out; equals are ordered by key, so that the order in
 * which a sync brought them does not show.
 *
 * Cost: linear in the rows; sorts only what is taken.
 */
export function bestRows(
  segments: readonly Segment[],
  scores: readonly Float32Array[],
  limit: number,
  { keepsCopies }: { readonly keepsCopies: boolean },
): readonly Candidate[] {
  return gatherRows(segments, scores, limit, { keepsCopies }).toSorted(byScore).slice(0, limit);
}

/** Like `bestRows`, but in no order, and with those next to the limit too: sorting costs more than finding. */
export function gatherRows(
  segments: readonly Segment[],
  scores: readonly Float32Array[],
  limit: number,
  { keepsCopies }: { readonly keepsCopies: boolean },
): readonly Candidate[] {
  const range = rangeOf(scores);
  const bins = countBins(scores, range);
  // Copies fall away when gathered: then more rows are let in, until there are enough or no more.
  for (let wanted = limit; ; wanted *= 8) {
    const floor = floorFor(bins, wanted);
    const gathered = gather(segments, scores, range, floor, keepsCopies);
    if (gathered.length >= limit || floor === 0) return gathered;
  }
}

/** The candidates that score as high as the one at the limit, in no order. Cost: sorts numbers only. */
export function keepBest(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  if (candidates.length <= limit) return candidates;
  const scores = Float64Array.from(candidates, ({ score }) => score).toSorted();
  const least = scores[scores.length - limit] ?? 0;
  return candidates.filter(({ score }) => score >= least);
}

/** Best first; of equals the smaller key. */
export function byScore(one: Candidate, other: Candidate): number {
  if (one.score !== other.score) return other.score - one.score;
  return one.segment.keyOf(one.row) < other.segment.keyOf(other.row) ? -1 : 1;
}

interface Range {
  readonly lowest: number;
  /** Bins per unit of score. */
  readonly scale: number;
}

function rangeOf(scores: readonly Float32Array[]): Range {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const column of scores) {
    for (let row = 0; row < column.length; row++) {
      const score = column[row] as number; // Indexed: iterators are slow until they are compiled.
      if (score === -Infinity) continue;
      if (score < lowest) lowest = score;
      if (score > highest) highest = score;
    }
  }
  return { lowest, scale: highest > lowest ? (BINS - 1) / (highest - lowest) : 0 };
}

function binOf(score: number, { lowest, scale }: Range): number {
  return Math.floor((score - lowest) * scale);
}

function countBins(scores: readonly Float32Array[], range: Range): Uint32Array {
  const bins = new Uint32Array(BINS);
  for (const column of scores) {
    for (let row = 0; row < column.length; row++) {
      const score = column[row] as number; // As above.
      if (score === -Infinity) continue;
      const bin = binOf(score, range);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  }
  return bins;
}

/** The bin down to which there are as many rows as wanted. */
function floorFor(bins: Uint32Array, wanted: number): number {
  let count = 0;
  for (let bin = BINS - 1; bin > 0; bin--) {
    count += bins[bin] ?? 0;
    if (count >= wanted) return bin;
  }
  return 0;
}

function gather(
  segments: readonly Segment[],
  scores: readonly Float32Array[],
  range: Range,
  floor: number,
  keepsCopies: boolean,
): readonly Candidate[] {
  const copies: Candidate[] = [];
  const byTitle = new Map<number, Candidate>();
  for (const [place, segment] of segments.entries()) {
    const column = scores[place] ?? new Float32Array();
    for (let row = 0; row < column.length; row++) {
      const score = column[row] as number; // A score a row.
      if (score === -Infinity || binOf(score, range) < floor) continue;
      const candidate = { segment, row, score };
      if (keepsCopies) copies.push(candidate);
      else {
        const title = segment.titles[row] ?? 0;
        const known = byTitle.get(title);
        if (known === undefined || byScore(candidate, known) < 0) byTitle.set(title, candidate);
      }
    }
  }
  return keepsCopies ? copies : [...byTitle.values()];
}
