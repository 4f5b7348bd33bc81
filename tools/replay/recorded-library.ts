import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseIsoDate, type IsoDate } from '../../lib/model/dates';
import { recordedPages } from './recorded-pages';
import { recordedRss } from './recorded-rss';
import type { DailyItem, ReplayLibrary, ReplayPaper } from './types';

const RECORDED_DEMO_ID = '2606.07297';

/** Which recordings to play. */
export interface RecordedOptions {
  /** Folder with `hf-daily/`, `pages/` and `arxiv/rss/`; each may be missing. */
  readonly dir: string;
  /** First day of the daily list. @default the first recorded */
  readonly from?: IsoDate;
  /** Last day of the daily list. @default the last recorded */
  readonly to?: IsoDate;
}

/**
 * Recorded API bodies and pages. Pages without a recording are drawn from the recorded lists.
 *
 * The lists name no categories: such pages say `cs.AI`, which is a stand-in.
 */
export function recordedLibrary({ dir, from, to }: RecordedOptions): ReplayLibrary {
  const days = readDays(resolve(dir, 'hf-daily'), from, to);
  const papers = [...days.values()].flatMap((items) => items.flatMap((item) => paperOf(item) ?? []));
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const demoId = byId.has(RECORDED_DEMO_ID) ? RECORDED_DEMO_ID : (papers[0]?.id ?? RECORDED_DEMO_ID);
  return {
    editionDates: [...days.keys()],
    edition: (date) => days.get(date) ?? [],
    paper: (id) => byId.get(id) ?? null,
    papers,
    page: recordedPages(resolve(dir, 'pages')),
    rssItems: recordedRss(resolve(dir, 'arxiv/rss')),
    demoUrl: `https://arxiv.org/abs/${demoId}`,
  };
}

/** Newest day first. */
function readDays(
  dir: string,
  from: IsoDate | undefined,
  to: IsoDate | undefined,
): ReadonlyMap<IsoDate, readonly DailyItem[]> {
  if (!existsSync(dir))
    throw new Error(`No recorded daily lists: ${dir} is missing. Give --data another folder.`);
  const days = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => parseIsoDate(name.slice(0, -'.json'.length)) ?? [])
    .filter((day) => (from === undefined || day >= from) && (to === undefined || day <= to))
    .sort()
    .reverse();
  return new Map(days.map((day) => [day, readItems(join(dir, `${day}.json`))]));
}

function readItems(file: string): readonly DailyItem[] {
  const body: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(body) || !body.every(isDailyItem))
    throw new Error(`${file} is not a recorded daily list.`);
  return body;
}

function isDailyItem(value: unknown): value is DailyItem {
  return isRecord(value) && isRecord(value['paper']) && typeof value['paper']['id'] === 'string';
}

function paperOf({ paper, publishedAt }: DailyItem): ReplayPaper | null {
  const { id, title, summary, authors } = paper;
  const published = paper['publishedAt'] ?? publishedAt;
  const publishedOn = typeof published === 'string' ? parseIsoDate(published) : null;
  if (typeof title !== 'string' || typeof summary !== 'string' || publishedOn === null) return null;
  return {
    id,
    version: 1,
    title: title.replace(/\s+/g, ' ').trim(),
    abstract: summary.trim(),
    authors: Array.isArray(authors) ? authors.flatMap(shownName) : [],
    categories: ['cs.AI'],
    publishedOn,
  };
}

function shownName(author: unknown): readonly string[] {
  if (!isRecord(author) || author['hidden'] === true) return [];
  return typeof author['name'] === 'string' ? [author['name']] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
