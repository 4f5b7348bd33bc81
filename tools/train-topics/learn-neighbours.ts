/** A name in a text with what the first fit expects of it. */
export interface Judged {
  readonly isTrue: boolean;
  /** The probability that the other clues give it. */
  readonly expected: number;
  /** The terms before its mentions, and after; '' for none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export type Side = 'after' | 'before';

/** What the terms beside names say of them, beyond the other clues. */
export interface Neighbours {
  /** What a term adds to the log odds; `without` an example that is to be judged by it. */
  effectOf(side: Side, term: string, without?: Judged): number;
  /** All terms that say something. */
  effects(side: Side): ReadonlyMap<string, number>;
}

interface Sum {
  /** Outcomes less what was expected. */
  error: number;
  /** What a unit of log odds would have moved them by. */
  spread: number;
}

/** Terms with less behind them say nothing. */
const MIN_SPREAD = 3;
/** Keeps terms with little behind them near 0. */
const RIDGE = 15;

/** One step of Newton's method per term: errors that the first fit left, over their spread. */
export function learnNeighbours(examples: readonly Judged[]): Neighbours {
  const sums = { before: new Map<string, Sum>(), after: new Map<string, Sum>() };
  for (const example of examples) {
    for (const side of ['before', 'after'] as const) {
      const part = partOf(example, side);
      for (const term of example[side]) {
        const sum = sums[side].get(term) ?? { error: 0, spread: 0 };
        sum.error += part.error;
        sum.spread += part.spread;
        sums[side].set(term, sum);
      }
    }
  }
  const effectOf: Neighbours['effectOf'] = (side, term, without) => {
    const sum = sums[side].get(term);
    if (sum === undefined || sum.spread < MIN_SPREAD) return 0;
    const own = without?.[side].includes(term) === true ? partOf(without, side) : { error: 0, spread: 0 };
    return (sum.error - own.error) / (sum.spread - own.spread + RIDGE);
  };
  return {
    effectOf,
    effects: (side) =>
      new Map(
        [...sums[side]]
          .filter(([, { spread }]) => spread >= MIN_SPREAD)
          .map(([term]) => [term, effectOf(side, term)]),
      ),
  };
}

/** A mention's share of an example. */
function partOf({ isTrue, expected, ...terms }: Judged, side: Side): Sum {
  const mentions = Math.max(1, terms[side].length);
  return { error: ((isTrue ? 1 : 0) - expected) / mentions, spread: (expected * (1 - expected)) / mentions };
}
