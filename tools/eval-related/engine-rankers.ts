import type { PaperTable } from '../../lib/related/segments/paper-table';
import { rankPapers } from '../../lib/related/rank/rank';
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

/** If no word of the query counts, the engine returns no rows: all papers of the pool are then equal. */
function byKey([one]: Ranked, [other]: Ranked): number {
  return one < other ? -1 : 1;
}
