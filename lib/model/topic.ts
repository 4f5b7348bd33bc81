import type { FeedItem } from './feed/lists';

/** A topic and how many cached papers have it. */
export interface TopicCount {
  readonly name: string;
  readonly papers: number;
}

/** How many papers a month has. */
export interface MonthCount {
  /** `2026-06`. */
  readonly month: string;
  readonly papers: number;
}

/** Orders of a topic's papers. */
export type TopicSort = 'newest' | 'upvoted';

/** One topic in the cached feed. */
export interface TopicPage extends TopicCount {
  /** From the first to the last month with a paper. */
  readonly months: readonly MonthCount[];
  /** Topics that come up with it, closest first; `papers` have both. */
  readonly related: readonly TopicCount[];
  /** Its first papers in the order asked for. */
  readonly items: readonly FeedItem[];
}

/** The topics of the cached feed. */
export interface TopicsOverview {
  /** Cached papers. */
  readonly papers: number;
  /** Topics of the last 30 days, most papers first; `papers` counts these days. */
  readonly topics: readonly TopicCount[];
  /** Topics with more papers in the last 7 days than the days before suggest; `papers` counts these 7 days. */
  readonly rising: readonly TopicCount[];
}
