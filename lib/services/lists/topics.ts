import { papersAt } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { DAY, isoDateOf } from '../../model/dates';
import type { Paper, PaperKey } from '../../model/paper/paper';
import type { TopicCount, TopicPage, TopicSort, TopicsOverview } from '../../model/topic';
import type { RowPosition, Segment } from '../../related/segments/segment';
import { topicsAt } from '../../related/segments/segment-row';
import { hashText } from '../../text/hash';
import { countsByMonth, relatedTopics, countTopics, risingTopics } from '../../topics/pages/topic-pages';
import type { Topics } from '../../topics/find/create-topics';
import type { FeedIndex } from '../index/feed-index';

export interface TopicsServiceOptions {
  readonly open: OpenDatabase;
  readonly index: Pick<FeedIndex, 'serving'>;
  readonly loadTopics: () => Promise<Topics>;
  readonly now: () => number;
}

export type TopicsService = ReturnType<typeof createTopicsService>;

/** Topics sent for the overview: more than anyone looks through, but typing finds them. */
const MAX_TOPICS = 1000;
const MAX_RISING = 12;
const MAX_RELATED = 12;

/**
 * Pages of topics, from the rows in memory: only the texts of the papers shown are read.
 *
 * Cost: some 50 to 90 ms for 50,000 papers.
 */
export function createTopicsService({ open, index, loadTopics, now }: TopicsServiceOptions) {
  return {
    async overview(): Promise<TopicsOverview> {
      const [{ table }, topics] = await Promise.all([index.serving(), loadTopics()]);
      const names = namesByHash(topics);
      const rows = liveRows(table.segments).map((position) => ({
        topics: topicsAt(position),
        day: dayOf(position),
      }));
      const counts = countTopics(rows, Math.floor(now() / DAY)).filter(({ topic }) => names.has(topic));
      const named = (topic: number, papers: number): TopicCount => ({ name: names.get(topic) ?? '', papers });
      return {
        papers: table.count,
        topics: counts
          .filter(({ month }) => month > 0)
          .slice(0, MAX_TOPICS)
          .map(({ topic, month }) => named(topic, month)),
        rising: risingTopics(counts, MAX_RISING).map(({ topic, week }) => named(topic, week)),
      };
    },

    /** A topic by any of its names, with at most `limit` papers; null for a name that is no known topic. */
    async page(
      topic: string,
      sort: TopicSort,
      limit: number,
    ): Promise<(Omit<TopicPage, 'items'> & { readonly items: readonly Paper[] }) | null> {
      const [{ table }, topics] = await Promise.all([index.serving(), loadTopics()]);
      const key = topics.keyOf(topic);
      if (key === null) return null;
      const hash = hashText(key);
      const rows = liveRows(table.segments);
      const topicsOfRows = rows.map(topicsAt);
      const own = rows.filter((_, position) => topicsOfRows[position]?.includes(hash));
      const names = namesByHash(topics);
      const related = relatedTopics(hash, topicsOfRows, MAX_RELATED * 2);
      const first = own.toSorted(sort === 'newest' ? byDay : byUpvotes).slice(0, limit);
      return {
        name: topics.nameOf(key) ?? topic,
        papers: own.length,
        months: countsByMonth(datesOf(own)),
        related: related
          .flatMap(({ topic: other, papers }) => {
            const name = names.get(other);
            return name === undefined ? [] : [{ name, papers }];
          })
          .slice(0, MAX_RELATED),
        items: await papersAt(
          await open(),
          first.map(({ segment, row }) => segment.keyOf(row) as PaperKey), // Rows are made of papers.
        ),
      };
    },
  };
}

function liveRows(segments: readonly Segment[]): readonly RowPosition[] {
  const positions: RowPosition[] = [];
  for (const segment of segments) {
    for (let row = 0; row < segment.count; row++)
      if (segment.live[row] === 1) positions.push({ segment, row });
  }
  return positions;
}

const namesByHash = (topics: Topics): ReadonlyMap<number, string> =>
  new Map(topics.all().map(({ key, name }) => [hashText(key), name]));

/** The days of rows as dates; there are far fewer days than rows. */
function datesOf(rows: readonly RowPosition[]): readonly string[] {
  const dates = new Map<number, string>();
  return rows.map((position) => {
    const day = dayOf(position);
    const date = dates.get(day) ?? isoDateOf(day * DAY);
    dates.set(day, date);
    return date;
  });
}

const dayOf = ({ segment, row }: RowPosition): number => segment.days[row] ?? 0;
const upvotesOf = ({ segment, row }: RowPosition): number => segment.upvotes[row] ?? 0;
const byDay = (a: RowPosition, b: RowPosition): number => dayOf(b) - dayOf(a) || upvotesOf(b) - upvotesOf(a);
const byUpvotes = (a: RowPosition, b: RowPosition): number =>
  upvotesOf(b) - upvotesOf(a) || dayOf(b) - dayOf(a);
