import type { OpenDatabase } from '../../db/open';
import { countPapers } from '../../db/transactions';
import type { Settings } from '../../settings/settings';
import type { FeedIndex } from '../index/feed-index';

/** Papers taken out as one step: some 50 ms of the database's time. */
const PAPERS_PER_STEP = 200;

/**
 * Takes papers out of the feed until it fits the budget of the settings: the oldest and least upvoted, saved
 * ones never. In steps; stopped in between it is gone on with by the next call.
 *
 * Errors: `storage`, `storage-full`.
 */
export async function trimToBudget(
  open: OpenDatabase,
  index: Pick<FeedIndex, 'trim'>,
  settings: () => Promise<Settings>,
): Promise<void> {
  const { maxPapers } = await settings();
  // Most calls find nothing to do, and need not load the index for it.
  if ((await countPapers(await open())) <= maxPapers) return;
  let taken: number;
  do {
    const { gone } = await index.trim({ maxPapers, limit: PAPERS_PER_STEP });
    taken = gone.length;
  } while (taken === PAPERS_PER_STEP);
}
