import { readdirSync, readFileSync } from 'node:fs';
import { addDays, isoDateOf, isWeekend, type IsoDate } from '../../lib/model/dates';
import { rssItem } from './pages/rss';
import type { DailyItem, ReplayLibrary, ReplayPaper } from './types';

const SAMPLE_DIR = new URL('sample/', import.meta.url);
const RSS_FILE = 'announced.json';
const EDITION_COUNT = 8;
const DEMO_ID = '2606.90101';

/** One invented paper as the sample files hold it; absent keys have no value, as in the real API. */
interface SamplePaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly keywords?: readonly string[];
  readonly organisation?: string;
  readonly upvotes?: number;
  readonly comments?: number;
  readonly code?: string;
  readonly stars?: number;
  readonly summary?: string;
}

/**
 * The sample data inside the project, laid on the last eight weekdays so that the list always looks fresh.
 *
 * @param today The day that counts as today; an edition lies on it unless it is a weekend.
 */
export function sampleLibrary(today: IsoDate = isoDateOf(Date.now())): ReplayLibrary {
  const dates = lastWeekdays(today, EDITION_COUNT);
  const listed = dealt(readClusters(), dates);
  const announcedOn = dates[0] ?? today;
  const announced = readSamples(RSS_FILE).map((sample) => replayPaper(sample, announcedOn));
  const papers = [...announced, ...[...listed.values()].flat().map(({ paper }) => paper)];
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return {
    editionDates: dates,
    edition: (date) => (listed.get(date) ?? []).map(({ sample, paper }) => dailyItem(sample, paper, date)),
    paper: (id) => byId.get(id) ?? null,
    papers,
    page: () => null,
    rssItems: (category) =>
      announced
        .filter(({ categories }) => categories.includes(category))
        .map((paper) => rssItem(paper, announcedOn)),
    demoUrl: `https://arxiv.org/abs/${DEMO_ID}`,
  };
}

/** The last weekdays up to a day, newest first. */
export function lastWeekdays(today: IsoDate, count: number): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = today; days.length < count; day = addDays(day, -1)) {
    if (!isWeekend(day)) days.push(day);
  }
  return days;
}

interface ListedSample {
  readonly sample: SamplePaper;
  readonly paper: ReplayPaper;
}

/** Deals the clusters round and round over the days, so that every day has papers of most clusters. */
function dealt(
  clusters: readonly (readonly SamplePaper[])[],
  dates: readonly IsoDate[],
): ReadonlyMap<IsoDate, readonly ListedSample[]> {
  const days = new Map<IsoDate, ListedSample[]>(dates.map((date) => [date, []]));
  const longest = Math.max(...clusters.map((cluster) => cluster.length));
  const inTurn = Array.from({ length: longest }, (_, rank) =>
    clusters.flatMap((cluster) => cluster[rank] ?? []),
  );
  for (const [index, sample] of inTurn.flat().entries()) {
    // The shift by rank keeps a cluster from landing on one day again and again.
    const date = dates[(index + Math.floor(index / dates.length)) % dates.length];
    if (date === undefined) continue; // Only when there are no days at all.
    days.get(date)?.push({ sample, paper: replayPaper(sample, date) });
  }
  return days;
}

function readClusters(): readonly (readonly SamplePaper[])[] {
  return readdirSync(SAMPLE_DIR)
    .filter((name) => name.endsWith('.json') && name !== RSS_FILE)
    .sort()
    .map(readSamples);
}

function readSamples(name: string): readonly SamplePaper[] {
  return JSON.parse(readFileSync(new URL(name, SAMPLE_DIR), 'utf8')) as readonly SamplePaper[]; // Our own file; a unit test checks its shape.
}

function replayPaper(sample: SamplePaper, listedOn: IsoDate): ReplayPaper {
  const { id, title, abstract, authors, categories } = sample;
  return {
    id,
    version: 1,
    title: title.replace(/\s+/g, ' '),
    abstract,
    authors,
    categories,
    publishedOn: addDays(listedOn, -2),
  };
}

/** A record in the API's shape, with the keys and their order as recorded in June 2026. */
function dailyItem(sample: SamplePaper, { publishedOn }: ReplayPaper, date: IsoDate): DailyItem {
  const { id, title, abstract, organisation } = sample;
  return {
    paper: {
      id,
      authors: sample.authors.map((name, index) => ({ _id: `${id}-${index}`, name, hidden: false })),
      publishedAt: `${publishedOn}T00:00:00.000Z`,
      submittedOnDailyAt: `${date}T00:00:00.000Z`,
      title,
      summary: abstract,
      upvotes: sample.upvotes ?? 0,
      discussionId: `discussion-${id}`,
      ...(sample.code === undefined ? {} : { githubRepo: sample.code, githubStars: sample.stars ?? 0 }),
      ...(sample.summary === undefined ? {} : { ai_summary: sample.summary }),
      ...(sample.keywords === undefined ? {} : { ai_keywords: sample.keywords }),
      ...(organisation === undefined
        ? {}
        : {
            organization: {
              _id: `organisation-${id}`,
              name: organisation.replaceAll(' ', '-'),
              fullname: organisation,
            },
          }),
    },
    publishedAt: `${addDays(publishedOn, -1)}T20:00:00.000Z`,
    title,
    summary: abstract,
    thumbnail: `https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/${id}.png`,
    numComments: sample.comments ?? 0,
    isAuthorParticipating: false,
  };
}
