import type { PaperTable } from '../../lib/related/segments/paper-table';
import { rankPapers } from '../../lib/related/rank/rank';
import type { Ranked } from './best-of';
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
      const { rows } = rankPapers(table.segments, encoder.query(text), {
        limit,
        except: own === null ? [] : [own],
        isPlain: true,
      });
      return rows.map(({ segment, row, score }) => [segment.keyOf(row), score]);
    },
  };
}

/** The extension's own ranking of a feed that holds the pool and nothing else. */
export function poolEngine(encoder: Encoder): Ranker<PoolQuery> {
  return {
    name: NAME,
    rank({ text, pool }) {
      if (pool.length === 0) return [];
      const segments = [encoder.unpack(encoder.pack(pool))];
      const { rows } = rankPapers(segments, encoder.query(text), { limit: pool.length, isPlain: true });
      const ranked = rows.map(({ segment, row, score }): Ranked => [segment.keyOf(row), score]);
      return ranked.length > 0 ? ranked : pool.map(({ key }): Ranked => [key, 0]).toSorted(byKey);
    },
  };
}

/** For a query without a word that counts the engine gives no rows: then all papers of the pool are equal. */
function byKey([one]: Ranked, [other]: Ranked): number {
  return one < other ? -1 : 1;
}
