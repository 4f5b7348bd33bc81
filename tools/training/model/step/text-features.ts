import { type Corpus, rowsOfGroup } from '../reading/corpus';
import type { Random } from '../../random';

/** Most distinct rows read from one text; an abstract has about a hundred. */
export const MAX_FEATURES = 1024;

/** A part of the corpus's entries, and how often each counts. */
export interface TextPart {
  readonly from: number;
  readonly to: number;
  readonly times: number;
}

/**
 * Reads texts as rows of the model, each with the factor log2(1 + times), as `vectorOf` in
 * `lib/related/segments/encode.ts` does. Every thread makes its own.
 */
export function createFeatureReader(corpus: Corpus) {
  const counts = new Float64Array(corpus.rowCount);
  const touched = new Uint32Array(MAX_FEATURES);
  let touchedCount = 0;

  function count(row: number, times: number): void {
    if (counts[row] === 0) {
      if (touchedCount === MAX_FEATURES) return;
      touched[touchedCount++] = row;
    }
    counts[row] = (counts[row] ?? 0) + times;
  }

  function countPart({ from, to, times }: TextPart): void {
    for (let position = from; position < to; position++) {
      const entry = corpus.entries[position] ?? 0;
      if (entry < corpus.rowCount) {
        count(entry, times);
        continue;
      }
      const rows = rowsOfGroup(corpus, entry);
      for (const row of rows) count(row, times / rows.length);
    }
  }

  return {
    /** Writes rows and factors from `position` on, leaving out a share of them at random; gives how many. */
    read(
      parts: readonly TextPart[],
      leftOut: number,
      random: Random,
      to: { readonly rows: Uint32Array; readonly factors: Float32Array; readonly position: number },
    ): number {
      const { rows, factors, position: first } = to;
      touchedCount = 0;
      for (const part of parts) countPart(part);
      let position = first;
      for (let index = 0; index < touchedCount; index++) {
        const row = touched[index] ?? 0;
        const times = counts[row] ?? 0;
        counts[row] = 0;
        if (leftOut > 0 && random() < leftOut) continue;
        rows[position] = row;
        factors[position] = Math.log2(1 + times);
        position += 1;
      }
      return position - first;
    },
  };
}
