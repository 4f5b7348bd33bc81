import { editionsOf } from '../../db/editions';
import { papersByKeys } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import type { SeenAt } from '../../db/popup';
import { addDays, isoDateOf } from '../../model/dates';
import type { SinceDay, SinceView } from '../../model/feed/lists';
import { isNewSince, LATE_DAYS, missedSinceMs } from '../../model/feed/visit';
import type { PaperKey } from '../../model/paper/paper';
import type { Source } from '../../sources/types';
import type { FeedLists } from './feed-lists';

/** Papers in one answer: a month away from Hugging Face, or a day away from a large category. */
const MAX_PAPERS = 500;

/** What came in since the reader's last visit, over all missed days. */
export async function papersSince(options: {
  readonly open: OpenDatabase;
  readonly sources: readonly Source[];
  readonly seenAt: SeenAt;
  readonly toItems: FeedLists['toItems'];
  readonly now: () => number;
}): Promise<SinceView> {
  const look = await options.seenAt.read();
  if (look === null) return { sinceMs: null, days: [], total: 0 };
  const sinceMs = missedSinceMs(look, options.now());
  const database = await options.open();
  const from = addDays(isoDateOf(sinceMs), -LATE_DAYS);
  const editions = await Promise.all(options.sources.map(({ id }) => editionsOf(database, id, from)));

  const listed = new Set<PaperKey>();
  const days: SinceDay[] = [];
  let left = MAX_PAPERS;
  // From the oldest day on: a paper is listed on the day it first came up.
  const byDay = editions.flat().toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const fresh = await Promise.all(
    byDay.map(async ({ source, date, papers: keys }) => {
      const papers = await papersByKeys(database, keys);
      return { source, date, papers: papers.filter((paper) => isNewSince(paper, sinceMs)) };
    }),
  );
  const once = fresh.map((day) => ({
    ...day,
    papers: day.papers.filter(({ key }) => !listed.has(key) && listed.add(key)),
  }));
  for (const { papers, ...day } of once.toReversed()) {
    const shown = papers.slice(0, left);
    left -= shown.length;
    if (shown.length > 0) days.push({ ...day, papers: await options.toItems(shown) });
  }
  return { sinceMs, days, total: listed.size };
}
