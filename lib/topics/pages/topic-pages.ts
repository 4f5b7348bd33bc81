import type { MonthCount } from '../../model/topic';

/** A topic that often occurs with another, for a topic's page. */
export interface Neighbour<T> {
  readonly topic: T;
  /** Papers that have both. */
  readonly papers: number;
}

/** A paper's topics, each once. */
interface Topics<T> extends Iterable<T> {
  includes(topic: T): boolean;
}

/** Fewer papers with both topics may be chance. */
const MIN_SHARED = 2;

/**
 * The topics that occur with a topic more often than their own size explains, closest first; `T` is a key or
 * its hash.
 *
 * Closeness is the cosine of the two topics' sets of papers: shared ÷ √(papers of the one × of the other).
 * Cost: linear in the papers' topics; 100,000 papers about 50 ms.
 */
export function relatedTopics<T extends number | string>(
  topic: T,
  topicsOfPapers: readonly Topics<T>[],
  limit: number,
): readonly Neighbour<T>[] {
  const shared = new Map<T, number>();
  for (const topics of topicsOfPapers) {
    if (!topics.includes(topic)) continue;
    for (const other of topics) if (other !== topic) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const papers = countPapers(
    topicsOfPapers,
    [...shared].flatMap(([other, both]) => (both >= MIN_SHARED ? [other] : [])),
  );
  return [...shared]
    .filter(([, both]) => both >= MIN_SHARED)
    .map(([other, both]) => ({
      topic: other,
      papers: both,
      closeness: both / Math.sqrt(papers.get(other) ?? both),
    }))
    .toSorted((a, b) => b.closeness - a.closeness || b.papers - a.papers || (a.topic < b.topic ? -1 : 1))
    .slice(0, limit)
    .map(({ topic: other, papers: both }) => ({ topic: other, papers: both }));
}

/** How many papers have each of the wanted topics. */
function countPapers<T>(topicsOfPapers: readonly Topics<T>[], wanted: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map(wanted.map((topic) => [topic, 0]));
  for (const topics of topicsOfPapers) {
    for (const topic of topics) {
      const count = counts.get(topic);
      if (count !== undefined) counts.set(topic, count + 1);
    }
  }
  return counts;
}

/**
 * Papers per month from the first to the last of the days (`2026-06-30`), months without a paper included.
 *
 * Shape: at most `MAX_MONTHS`, the last ones, so that one paper with a wrong date does not draw centuries.
 * Days that do not begin with a year and month are left out.
 */
export function countsByMonth(days: Iterable<string>): readonly MonthCount[] {
  const counts = new Map<number, number>();
  for (const day of days) {
    const month = monthNumber(day);
    if (month !== null) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const months = [...counts.keys()].toSorted((a, b) => a - b);
  const last = months.at(-1) ?? 0;
  const first = Math.max(months[0] ?? last, last - MAX_MONTHS + 1);
  return Array.from({ length: last - first + 1 }, (_, position) => ({
    month: monthName(first + position),
    papers: counts.get(first + position) ?? 0,
  }));
}

/** Twenty years. */
export const MAX_MONTHS = 240;

/** Months since the year 0; null for a text that is not a day. */
function monthNumber(day: string): number | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])/.exec(day) ?? [];
  return year === undefined || month === undefined ? null : Number(year) * 12 + Number(month) - 1;
}

function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

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
