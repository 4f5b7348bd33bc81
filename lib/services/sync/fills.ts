import { editionsOf } from '../../db/editions';
import { papersByKeys } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { countPapers } from '../../db/transactions';
import { addDays, isoDateOf } from '../../model/dates';
import type { FillEstimate } from '../../model/feed/fill-estimate';
import { estimateFill } from '../../model/feed/fill-estimate';
import type { Settings } from '../../settings/settings';
import type { Source } from '../../sources/types';
import { PAST_PAUSE_MS } from './job-queue';

/** The lists of the last `SEEN_DAYS` tell how many papers a field gets; fewer than `MIN_LISTS` tell nothing. */
const SEEN_DAYS = 14;
const MIN_LISTS = 3;

/** What an estimate needs. */
export interface FillOptions {
  readonly open: OpenDatabase;
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
}

/**
 * Estimates what fetching the last months of a field costs: from the lists of the last two weeks when the
 * feed has them, else from a rough figure. Asks no server. Errors: those of the database.
 */
export async function estimateFillOf(
  { id, minIntervalMs, fillCost }: Source,
  field: string,
  months: number,
  { open, settings, now }: FillOptions,
): Promise<FillEstimate> {
  if (fillCost === undefined) throw new TypeError(`${id} has no fields to fill back`);
  const database = await open();
  const editions = await editionsOf(database, id, addDays(isoDateOf(now()), -SEEN_DAYS));
  const counts = await Promise.all(
    editions.map(async ({ papers }) => {
      const cached = await papersByKeys(database, papers);
      return cached.filter(({ categories }) => categories.includes(field)).length;
    }),
  );
  const seen = counts.filter((count) => count > 0);
  const seenPerList = seen.reduce((sum, count) => sum + count, 0) / seen.length;
  const { maxPapers } = await settings();
  return estimateFill({
    months,
    papersPerList: seen.length < MIN_LISTS ? fillCost.usualPapersPerList(field) : seenPerList,
    papersPerRequest: fillCost.papersPerRequest,
    msPerRequest: minIntervalMs + PAST_PAUSE_MS,
    freePapers: maxPapers - (await countPapers(database)),
  });
}
