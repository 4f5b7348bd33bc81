import { commitFeed, type FeedChange, type FeedCommit } from '../../lib/db/feed';
import type { OpenDatabase } from '../../lib/db/open';

/** Stores answers as papers alone, for tests that look nothing up. */
export function commitTo(open: OpenDatabase): (commit: FeedCommit) => Promise<FeedChange> {
  return async (commit) => commitFeed(await open(), commit, () => []);
}
