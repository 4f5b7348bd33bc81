import type { Evaluation } from './evaluate';

/** A ranking method and how well it did. */
export interface NamedEvaluation {
  readonly name: string;
  readonly evaluation: Evaluation;
}

/**
 * The figures, a line each: our own, then those of the baselines by name.
 *
 *     nDCG@10 0.160  BM25 0.081  TF-IDF 0.074
 */
export function formatFigures(evaluations: readonly NamedEvaluation[]): readonly string[] {
  const [ours, ...others] = evaluations;
  if (ours === undefined) return [];
  const { figures, leftOut, rankings } = ours.evaluation;
  const reason = leftOut === 0 ? '' : `, ${leftOut} left out: none of their relevant papers is there`;
  const queries = `queries ${rankings.length - leftOut} of ${rankings.length}${reason}`;
  if (figures === null) return [queries];
  const lines = Object.entries(figures).map(([measure, value]) =>
    [
      `${measure} ${value.toFixed(3)}`,
      ...others.map(
        ({ name, evaluation }) => `${name} ${evaluation.figures?.[measure]?.toFixed(3) ?? 'nothing'}`,
      ),
    ].join('  '),
  );
  return [queries, ...lines];
}

/** The rankings as JSON: an array of {id, ranked: [[key, score], ...]}. */
export function formatRankings({ rankings }: Evaluation): string {
  return `[\n${rankings.map((ranking) => JSON.stringify(ranking)).join(',\n')}\n]\n`;
}
