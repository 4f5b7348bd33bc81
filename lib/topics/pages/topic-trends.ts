/** What is counted of a topic; `T` is a key or its hash. */
export interface TopicTrend<T> {
  readonly topic: T;
  readonly papers: number;
  /** Papers of the last `MONTH_DAYS` and `WEEK_DAYS`. */
  readonly month: number;
  readonly week: number;
}

/** A paper of the feed: its topics and its day, counted from any day. */
export interface DatedTopics<T> {
  readonly topics: Iterable<T>;
  readonly day: number;
}

const MONTH_DAYS = 30;
const WEEK_DAYS = 7;
/** Fewer papers in a week may be chance. */
const MIN_WEEK = 3;
/** How many times the expected number. */
const MIN_RISE = 1.3;

/**
 * Counts the papers of each topic, most papers of the last 30 days first, then most papers.
 *
 * `today` is the last day that counts; later days are errors in the data. The month ends with the last
 * paper's day, so that an outdated feed still has one.
 */
export function countTopics<T extends number | string>(
  papers: Iterable<DatedTopics<T>>,
  today: number,
): readonly TopicTrend<T>[] {
  const all = [...papers];
  const last = all.reduce((newest, { day }) => (day <= today ? Math.max(newest, day) : newest), -Infinity);
  const counts = new Map<T, { topic: T; papers: number; month: number; week: number }>();
  for (const { topics, day } of all) {
    const age = day > today ? Infinity : last - day;
    for (const topic of topics) {
      const count = counts.get(topic) ?? { topic, papers: 0, month: 0, week: 0 };
      count.papers++;
      if (age < MONTH_DAYS) count.month++;
      if (age < WEEK_DAYS) count.week++;
      counts.set(topic, count);
    }
  }
  return [...counts.values()].toSorted(
    (a, b) => b.month - a.month || b.papers - a.papers || (a.topic < b.topic ? -1 : 1),
  );
}

/**
 * The topics with clearly more papers in the last week than the rest of the month suggests, the clearest
 * first. More papers in the whole week do not make a topic rise.
 */
export function risingTopics<T>(counts: readonly TopicTrend<T>[], limit: number): readonly TopicTrend<T>[] {
  const weeks = counts.reduce((sum, { week }) => sum + week, 0);
  const before = counts.reduce((sum, { month, week }) => sum + month - week, 0);
  if (before === 0) return [];
  return counts
    .map((count) => ({ count, expected: ((count.month - count.week) / before) * weeks }))
    .filter(({ count, expected }) => count.week >= MIN_WEEK && count.week >= MIN_RISE * expected)
    .map(({ count, expected }) => ({ count, rise: (count.week - expected) / Math.sqrt(expected + 1) }))
    .toSorted((a, b) => b.rise - a.rise)
    .slice(0, limit)
    .map(({ count }) => count);
}
