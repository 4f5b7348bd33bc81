import { DAY, isoDateOf, startOfDayMs } from '../dates';
import type { Paper } from './paper';

/** What doubling the upvotes of a paper is worth, in days of its age. */
const DAYS_PER_DOUBLING = 60;

/**
 * How much a paper is worth keeping when space runs out: the oldest and least upvoted have the least.
 *
 * Units: days since 1970 of the list it is on, and 60 more for each doubling of its upvotes: 100 of them keep
 * a paper about a year longer than none. Comparable between papers, whenever computed.
 */
export function retentionScoreOf({ listedOn, publishedOn, addedAtMs, upvotes = 0 }: Paper): number {
  const day = startOfDayMs(listedOn ?? publishedOn ?? isoDateOf(addedAtMs)) / DAY;
  return Math.round(day + DAYS_PER_DOUBLING * Math.log2(1 + upvotes));
}
