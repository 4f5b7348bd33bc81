import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type IsoDate, parseIsoDate } from '../../lib/model/dates';
import { isFields } from '../collections/json-lines';
import type { DailyItem, ReplayLibrary, ReplayPaper, ReplayResponse } from './types';
import { html } from './responses';

const RECORDED_DEMO_ID = '2606.07297';

/** Which recordings to play. */
interface RecordedOptions {
  /** Folder with `hf-daily/`, `pages/` and `arxiv/rss/`; each may be missing. */
  readonly dir: string;
  /** First day of the daily list. @default the first recorded */
  readonly from?: IsoDate;
  /** Last day of the daily list. @default the last recorded */
  readonly to?: IsoDate;
}

/**
 * Plays recorded API bodies and pages, and draws pages without a recording from the recorded lists.
 *
 * The lists name no categories, so such pages say `cs.AI`.
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
  return isFields(value) && isFields(value['paper']) && typeof value['paper']['id'] === 'string';
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
  if (!isFields(author) || author['hidden'] === true) return [];
  return typeof author['name'] === 'string' ? [author['name']] : [];
}

/**
 * The pages that a folder's index names with URL and file (relative to it), in its order; none if the folder
 * is missing.
 */
export function readPageIndex(dir: string) {
  const index = join(dir, 'index.jsonl');
  if (!existsSync(index)) return [];
  return readFileSync(index, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const {
        url,
        file,
        httpStatus = 200,
      } = JSON.parse(line) as {
        readonly url: string | null;
        readonly file?: string | null;
        readonly httpStatus?: number;
      }; // Written with the recordings.
      return url && file ? [{ url, file, status: httpStatus }] : [];
    });
}

/** Finds recorded pages by URL. If a page was recorded several times, the first line of the index counts. */
function recordedPages(dir: string): (url: string) => ReplayResponse | null {
  const files = new Map<string, { readonly path: string; readonly status: number }>();
  for (const { url, file, status } of readPageIndex(dir)) {
    if (!files.has(normal(url))) files.set(normal(url), { path: join(dir, file), status });
  }
  return (url) => {
    const found = files.get(normal(url));
    return found === undefined ? null : html(readFileSync(found.path, 'utf8'), found.status);
  };
}

function normal(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

/** Finds recorded items of arXiv's daily feed by category; recordings are named `…_cs_cl_DATE.xml`. */
function recordedRss(dir: string): (category: string) => readonly string[] {
  if (!existsSync(dir)) return () => [];
  const names = readdirSync(dir).filter((name) => name.endsWith('.xml'));
  return (category) => {
    const part = `_${category.toLowerCase().replace('.', '_')}_`;
    return names
      .filter((name) => name.toLowerCase().includes(part))
      .flatMap((name) => readFileSync(join(dir, name), 'utf8').match(/<item>[\s\S]*?<\/item>/g) ?? []);
  };
}
