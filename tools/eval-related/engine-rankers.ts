import type { PaperTable } from '../../lib/related/segments/paper-table';
import { bestOf } from '../../lib/related/rank/candidates';
import { scoreRows } from '../../lib/related/rank/rank';
import type { RankQuery } from '../../lib/related/rank/rank-query';
import { WEIGHTS } from '../../lib/related/rank/weights';
import type { RowPosition, Segment } from '../../lib/related/segments/segment';
import type { Ranked } from './baseline-rankers';
import type { Encoder } from './encoder';
import type { Ranker } from './evaluate';
import type { CorpusQuery, PoolQuery } from './rows';

const NAME = 'Paperkin';

/**
 * The extension's own ranking of the whole corpus, without the step for variety.
 *
 * Cost: some 0.1 s a query for 217,284 papers.
 */
export function corpusEngine(encoder: Encoder, table: PaperTable, limit: number): Ranker<CorpusQuery> {
  return {
    name: NAME,
    rank({ text, ownKey }) {
      const own = table.find(ownKey);
      return rankAll(table.segments, encoder.query(text), limit, own === null ? [] : [own]);
    },
  };
}

/** The extension's own ranking of a feed that holds the pool and nothing else. */
export function poolEngine(encoder: Encoder): Ranker<PoolQuery> {
  return {
    name: NAME,
    rank({ text, pool }) {
      if (pool.length === 0) return [];
      const ranked = rankAll([encoder.unpack(encoder.pack(pool))], encoder.query(text), pool.length);
      return ranked.length > 0 ? ranked : pool.map(({ key }): Ranked => [key, 0]).toSorted(byKey);
    },
  };
}

/** Orders the rows by score alone: no floor, and no step for variety. */
function rankAll(
  segments: readonly Segment[],
  query: RankQuery,
  limit: number,
  except: readonly RowPosition[] = [],
): readonly Ranked[] {
  const { rows } = scoreRows(segments, query, { except }, Math.max(limit, WEIGHTS.candidates));
  return bestOf(rows, limit).map(({ segment, row, score }): Ranked => [segment.keyOf(row), score]);
}

/** For a query without a word that counts the engine gives no rows: then all papers of the pool are equal. */
function byKey([one]: Ranked, [other]: Ranked): number {
  return one < other ? -1 : 1;
}
