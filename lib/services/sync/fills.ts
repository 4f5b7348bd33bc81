import { editionsOf } from '../../db/editions';
import { papersByKeys } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { countPapers } from '../../db/transactions';
import { addDays, isoDateOf } from '../../model/dates';
import type { FillEstimate } from '../../model/feed/fill-estimate';
import { estimateFill } from '../../model/feed/fill-estimate';
import type { Settings } from '../../settings/settings';
import { API_PAGE_SIZE } from '../../sources/arxiv/api-url';
import { usualPapersPerList } from '../../sources/arxiv/volume';
import type { Source } from '../../sources/types';
import { PAST_PAUSE_MS } from './job-queue';

/**
 * The lists of the last `SEEN_DAYS` tell how many papers a category gets; fewer than `MIN_LISTS` tell
 * nothing.
 */
const SEEN_DAYS = 14;
const MIN_LISTS = 3;

/** What an estimate needs. */
export interface FillOptions {
  readonly open: OpenDatabase;
  readonly arxiv: Source;
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
}

/**
 * Estimates what fetching the last months of an arXiv category costs: from the lists of the last two weeks
 * when the feed has them, else from a rough figure. Asks no server. Errors: those of the database.
 */
export async function estimateFillOf(
  category: string,
  months: number,
  { open, arxiv, settings, now }: FillOptions,
): Promise<FillEstimate> {
  const database = await open();
  const editions = await editionsOf(database, 'arxiv', addDays(isoDateOf(now()), -SEEN_DAYS));
  const counts = await Promise.all(
    editions.map(async ({ papers }) => {
      const cached = await papersByKeys(database, papers);
      return cached.filter(({ categories }) => categories.includes(category)).length;
    }),
  );
  const seen = counts.filter((count) => count > 0);
  const seenPerList = seen.reduce((sum, count) => sum + count, 0) / seen.length;
  const { maxPapers } = await settings();
  return estimateFill({
    months,
    papersPerList: seen.length < MIN_LISTS ? usualPapersPerList(category) : seenPerList,
    papersPerRequest: API_PAGE_SIZE,
    msPerRequest: arxiv.minIntervalMs + PAST_PAUSE_MS,
    freePapers: maxPapers - (await countPapers(database)),
  });
}
