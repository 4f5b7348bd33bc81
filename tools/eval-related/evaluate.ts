import type { Ranked } from './baseline-rankers';
import { corpusFigures, type Figures, meanFigures, poolFigures } from './metrics';
import type { CorpusQuery, PoolQuery } from './rows';

/** A ranking method. */
export interface Ranker<TQuery> {
  readonly name: string;
  /** Best first, each key once, never the query's own. */
  rank(query: TQuery): readonly Ranked[];
}

/** How well a ranker did. */
export interface Evaluation {
  /** Means over the queries that count; null if none does. */
  readonly figures: Figures | null;
  /** Queries without a relevant paper, which the means leave out. */
  readonly leftOut: number;
  /** Of all queries, in order. */
  readonly rankings: readonly Ranking[];
}

/** What a ranker answered to one query. */
export interface Ranking {
  readonly id: number | string;
  readonly ranked: readonly Ranked[];
}

/** Evaluates rankings of the whole corpus; `keys`: those of its papers. */
export function evaluateCorpus(
  ranker: Ranker<CorpusQuery>,
  queries: readonly CorpusQuery[],
  keys: ReadonlySet<string>,
): Evaluation {
  return evaluate(ranker, queries, ({ cited, ownKey }, ranked) => {
    const relevant = new Set(cited.filter((key) => keys.has(key) && key !== ownKey));
    return relevant.size === 0
      ? null
      : corpusFigures(
          ranked.map(([key]) => key),
          relevant,
        );
  });
}

/** Evaluates rankings of pools. Errors: an `Error` if a ranker leaves out papers of a pool. */
export function evaluatePools(ranker: Ranker<PoolQuery>, queries: readonly PoolQuery[]): Evaluation {
  return evaluate(ranker, queries, ({ id, pool }, ranked) => {
    const grades = new Map(pool.map(({ key, grade }) => [key, grade]));
    if (ranked.length !== grades.size) {
      throw new Error(`${ranker.name} ranked ${ranked.length} of the ${grades.size} papers of pool ${id}.`);
    }
    const inOrder = ranked.map(([key]) => grades.get(key) ?? 0);
    return inOrder.some((grade) => grade > 0) ? poolFigures(inOrder) : null;
  });
}

function evaluate<TQuery extends Pick<Ranking, 'id'>>(
  ranker: Ranker<TQuery>,
  queries: readonly TQuery[],
  figuresOf: (query: TQuery, ranked: readonly Ranked[]) => Figures | null,
): Evaluation {
  const rankings = queries.map((query) => ({ id: query.id, ranked: ranker.rank(query) }));
  const figures = queries
    .map((query, position) => figuresOf(query, rankings[position]?.ranked ?? []))
    .filter((one) => one !== null);
  return { figures: meanFigures(figures), leftOut: queries.length - figures.length, rankings };
}
