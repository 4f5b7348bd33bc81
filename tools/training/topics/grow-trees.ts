import { TREE_DEPTH, type Trees } from '../../../lib/topics/find/trees';

/** One example: its features, the outcome, and its weight. */
export interface Example {
  readonly features: ArrayLike<number>;
  readonly isTrue: boolean;
  readonly weight: number;
}

/** How trees grow; chosen on held-out days. */
export const GROWTH = {
  trees: 240,
  /** Share of a leaf's best step to take. */
  rate: 0.08,
  /** Keeps leaves with few examples near 0. */
  ridge: 8,
  /** Number of values at which a question may split a feature. */
  cuts: 48,
  /** Share of the features that a tree may use, so that trees differ. */
  share: 0.6,
} as const;

const LEAVES = 2 ** TREE_DEPTH;

/**
 * Boosted trees for log odds, by Newton's method on the logistic loss; the same examples give the same trees.
 *
 * Errors: `Error` when there are no examples. Cost: trees × depth × examples × features; 50,000 × 45 take 10
 * s. Source: Friedman 2001 for the boosting; the form of the trees: `trees.ts`.
 */
export function growTrees(examples: readonly Example[]): Trees {
  const width = examples[0]?.features.length;
  if (width === undefined) throw new Error('No examples to learn from.');
  const columns = Array.from({ length: width }, (_, feature) => binColumn(examples, feature)).filter(
    ({ cuts }) => cuts.length > 0,
  );
  const trees = { features: [] as number[], thresholds: [] as number[], leaves: [] as number[] };
  const rows = createRows(examples);
  for (let tree = 0; tree < GROWTH.trees; tree++) {
    const askable = columns.filter(({ feature }) => isAskable(tree, feature));
    rows.update();
    rows.leafOf.fill(0);
    for (let bit = 1; bit < LEAVES; bit *= 2) {
      const { column, cut } = bestQuestion(rows, askable.length > 0 ? askable : columns, bit);
      trees.features.push(column.feature);
      trees.thresholds.push(column.cuts[cut] ?? 0);
      for (let row = 0; row < rows.count; row++) {
        if ((column.bins[row] ?? 0) > cut) rows.leafOf[row] = (rows.leafOf[row] ?? 0) + bit;
      }
    }
    trees.leaves.push(...rows.step());
  }
  return {
    features: Uint8Array.from(trees.features),
    thresholds: Float32Array.from(trees.thresholds),
    leaves: Float32Array.from(trees.leaves),
  };
}

/** A feature of all rows, as the number of cuts below its value. */
interface Column {
  readonly feature: number;
  readonly cuts: readonly number[];
  readonly bins: Uint8Array;
}

function binColumn(examples: readonly Example[], feature: number): Column {
  const values = Float32Array.from(examples, ({ features }) => features[feature] ?? 0);
  const sorted = values.toSorted();
  const cuts = new Set<number>();
  for (let part = 1; part <= GROWTH.cuts; part++) {
    const value = sorted[Math.floor((part * sorted.length) / (GROWTH.cuts + 1))] ?? 0;
    if (value < (sorted.at(-1) ?? 0)) cuts.add(value);
  }
  const ascending = [...cuts].toSorted((a, b) => a - b);
  return { feature, cuts: ascending, bins: Uint8Array.from(values, (value) => countBelow(ascending, value)) };
}

/** How many of the sorted cuts are below a value. */
function countBelow(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A different choice of features for each tree, the same in every run. */
function isAskable(tree: number, feature: number): boolean {
  const mixed = Math.imul(tree * 131 + feature + 1, 0x9e_37_79_b1) >>> 0;
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85_eb_ca_6b) >>> 0) / 2 ** 32 < GROWTH.share;
}

function createRows(examples: readonly Example[]) {
  const count = examples.length;
  const logOdds = new Float64Array(count);
  const errors = new Float64Array(count);
  const spreads = new Float64Array(count);
  const leafOf = new Uint8Array(count);
  return {
    count,
    errors,
    spreads,
    leafOf,

    /** Computes the remaining errors, and how much a unit of log odds would change them. */
    update(): void {
      for (const [row, { isTrue, weight }] of examples.entries()) {
        const expected = 1 / (1 + Math.exp(-(logOdds[row] ?? 0)));
        errors[row] = ((isTrue ? 1 : 0) - expected) * weight;
        spreads[row] = expected * (1 - expected) * weight;
      }
    },

    /** Adds the leaves' steps to the rows, and returns them. */
    step(): readonly number[] {
      const sums = new Float64Array(LEAVES * 2);
      for (let row = 0; row < count; row++) {
        const leaf = (leafOf[row] ?? 0) * 2;
        sums[leaf] = (sums[leaf] ?? 0) + (errors[row] ?? 0);
        sums[leaf + 1] = (sums[leaf + 1] ?? 0) + (spreads[row] ?? 0);
      }
      const steps = Array.from({ length: LEAVES }, (_, leaf) =>
        Math.fround((GROWTH.rate * (sums[leaf * 2] ?? 0)) / ((sums[leaf * 2 + 1] ?? 0) + GROWTH.ridge)),
      );
      for (let row = 0; row < count; row++)
        logOdds[row] = (logOdds[row] ?? 0) + (steps[leafOf[row] ?? 0] ?? 0);
      return steps;
    },
  };
}

/** Finds the question that, asked in all leaves at once, explains most of the errors. */
function bestQuestion(
  { count, errors, spreads, leafOf }: ReturnType<typeof createRows>,
  columns: readonly Column[],
  leaves: number,
): { readonly column: Column; readonly cut: number } {
  let best: { readonly column: Column; readonly cut: number } | undefined;
  let bestGain = -1;
  for (const column of columns) {
    const { bins } = column;
    const size = column.cuts.length + 1;
    const sums = new Float64Array(leaves * size * 2);
    for (let row = 0; row < count; row++) {
      const cell = ((leafOf[row] ?? 0) * size + (bins[row] ?? 0)) * 2;
      sums[cell] = (sums[cell] ?? 0) + (errors[row] ?? 0);
      sums[cell + 1] = (sums[cell + 1] ?? 0) + (spreads[row] ?? 0);
    }
    for (const [cut, gain] of gainsOf(sums, leaves, size).entries()) {
      if (gain > bestGain) {
        best = { column, cut };
        bestGain = gain;
      }
    }
  }
  if (best === undefined) throw new Error('All examples are alike.');
  return best;
}

/** For each cut, how much of the errors the two sides of all leaves explain. */
function gainsOf(sums: Float64Array, leaves: number, size: number): Float64Array {
  const gains = new Float64Array(size - 1);
  const explained = (error: number, spread: number): number => error ** 2 / (spread + GROWTH.ridge);
  for (let leaf = 0; leaf < leaves; leaf++) {
    let error = 0;
    let spread = 0;
    for (let bin = 0; bin < size; bin++) {
      error += sums[(leaf * size + bin) * 2] ?? 0;
      spread += sums[(leaf * size + bin) * 2 + 1] ?? 0;
    }
    let errorBelow = 0;
    let spreadBelow = 0;
    for (let cut = 0; cut < size - 1; cut++) {
      errorBelow += sums[(leaf * size + cut) * 2] ?? 0;
      spreadBelow += sums[(leaf * size + cut) * 2 + 1] ?? 0;
      const both = explained(errorBelow, spreadBelow) + explained(error - errorBelow, spread - spreadBelow);
      gains[cut] = (gains[cut] ?? 0) + both;
    }
  }
  return gains;
}
