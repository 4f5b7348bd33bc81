/** One row: what is known, and whether it came true. */
export interface Example {
  readonly clues: readonly number[];
  readonly isTrue: boolean;
}

const ROUNDS = 12;
/** Keeps weights of clues that say the same from running apart. */
const RIDGE = 1;

/**
 * Weights of a logistic regression, by Newton's method; the same examples give the same weights.
 *
 * Errors: `Error` when there are no examples. Cost: rounds × examples × clues²; 40,000 × 20² takes 1 s.
 */
export function fitLogistic(examples: readonly Example[]): readonly number[] {
  const size = examples[0]?.clues.length;
  if (size === undefined) throw new Error('No examples to learn from.');
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const step = solve(newtonSystem(examples, weights));
    for (let place = 0; place < size; place++) weights[place] = (weights[place] ?? 0) + (step[place] ?? 0);
  }
  return [...weights];
}

/** Probability of an outcome by its log odds. */
export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Sum of the clues, each times its weight. */
export function weigh(clues: readonly number[], weights: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < clues.length; place++) sum += (clues[place] ?? 0) * (weights[place] ?? 0);
  return sum;
}

/** Rows of the second derivatives, with the gradient as the last column. */
function newtonSystem(examples: readonly Example[], weights: Float64Array): Float64Array[] {
  const size = weights.length;
  const rows = Array.from({ length: size }, (_, place) => {
    const row = new Float64Array(size + 1);
    row[place] = RIDGE;
    row[size] = -RIDGE * (weights[place] ?? 0);
    return row;
  });
  for (const { clues, isTrue } of examples) {
    const expected = probability(weigh(clues, weights));
    const error = (isTrue ? 1 : 0) - expected;
    const spread = expected * (1 - expected);
    for (const [place, row] of rows.entries()) {
      const clue = clues[place] ?? 0;
      if (clue === 0) continue;
      for (let other = 0; other < size; other++)
        row[other] = (row[other] ?? 0) + spread * clue * (clues[other] ?? 0);
      row[size] = (row[size] ?? 0) + error * clue;
    }
  }
  return rows;
}

/** Gauss's elimination; the system is symmetric and positive, so no row has to be swapped. */
function solve(rows: readonly Float64Array[]): Float64Array {
  const size = rows.length;
  for (const [place, pivot] of rows.entries()) {
    for (const row of rows.slice(place + 1)) {
      const factor = (row[place] ?? 0) / (pivot[place] ?? 1);
      for (let column = place; column <= size; column++) {
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
      }
    }
  }
  const solution = new Float64Array(size);
  for (let place = size - 1; place >= 0; place--) {
    const row = rows[place];
    let rest = row?.[size] ?? 0;
    for (let column = place + 1; column < size; column++)
      rest -= (row?.[column] ?? 0) * (solution[column] ?? 0);
    solution[place] = rest / (row?.[place] ?? 1);
  }
  return solution;
}
