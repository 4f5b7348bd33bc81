import { roundEffect } from '../../../lib/topics/vocabulary/topics-file';

/** A mention of a name as a whole, with the chance expected for it. */
export interface JudgedMention {
  readonly isTrue: boolean;
  /** The name's chance. */
  readonly expected: number;
  /** The terms before and after it; '' for none. */
  readonly before: string;
  readonly after: string;
}

interface Sum {
  /** Outcomes minus expectations. */
  error: number;
  /** How far a unit of log odds would have moved them. */
  spread: number;
}

/** Terms with less evidence say nothing. */
const MIN_SPREAD = 3;
/** Keeps terms with little evidence near 0. */
const RIDGE = 10;

/** Learns what the terms beside a name add to its chance: one step of Newton's method per term. */
export function learnNeighbours(mentions: Iterable<JudgedMention>) {
  const sums = { before: new Map<string, Sum>(), after: new Map<string, Sum>() };
  for (const mention of mentions) {
    const error = (mention.isTrue ? 1 : 0) - mention.expected;
    const spread = mention.expected * (1 - mention.expected);
    for (const side of ['before', 'after'] as const) {
      const sum = sums[side].get(mention[side]) ?? { error: 0, spread: 0 };
      sum.error += error;
      sum.spread += spread;
      sums[side].set(mention[side], sum);
    }
  }
  return { before: effectsOf(sums.before), after: effectsOf(sums.after) };
}

function effectsOf(sums: ReadonlyMap<string, Sum>): ReadonlyMap<string, number> {
  return new Map(
    [...sums]
      .filter(([, { spread }]) => spread >= MIN_SPREAD)
      .map(([term, { error, spread }]) => [term, roundEffect(error / (spread + RIDGE))]),
  );
}
