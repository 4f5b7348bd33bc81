import { hubPaperPage, hubPapersPage } from '../pages/hub-page';
import { dailyPapers } from '../paging';
import { html, json, text } from '../responses';
import type { DailyItem, ReplayLibrary, ReplayResponse } from '../types';
import { parseIsoDate } from '../../../lib/model/dates';

/** Plays huggingface.co: the daily list as API and as pages, and single papers. */
export function huggingFace(library: ReplayLibrary, url: URL): ReplayResponse {
  const path = url.pathname;
  if (path === '/api/daily_papers') return dailyPapers(library, url.searchParams);
  if (path.startsWith('/api/papers/')) return apiPaper(library, path.slice('/api/papers/'.length));
  if (path === '/papers') return papersOf(library, library.editionDates[0] ?? '');
  if (path.startsWith('/papers/date/')) return papersOf(library, path.slice('/papers/date/'.length));
  if (path.startsWith('/papers/')) return paperPage(library, path.slice('/papers/'.length));
  if (path === '/') return html('<!doctype html><title>Hugging Face</title><h1>Hugging Face</h1>');
  return text('Not Found', 404);
}

function apiPaper(library: ReplayLibrary, id: string): ReplayResponse {
  const item = itemOf(library, id);
  return item === null ? json({ error: 'Paper not found' }, 404) : json(item.paper);
}

function itemOf(library: ReplayLibrary, id: string): DailyItem | null {
  const items = library.editionDates.flatMap((date) => library.edition(date));
  return items.find(({ paper }) => paper.id === id) ?? null;
}

function papersOf(library: ReplayLibrary, day: string): ReplayResponse {
  const date = parseIsoDate(day);
  if (date === null) return text('Not Found', 404);
  const papers = library.edition(date).flatMap(({ paper }) => library.paper(paper.id) ?? []);
  return html(hubPapersPage(date, papers));
}

function paperPage(library: ReplayLibrary, id: string): ReplayResponse {
  const paper = library.paper(id);
  return paper === null
    ? html('<!doctype html><title>404</title><h1>404</h1>', 404)
    : html(hubPaperPage(paper));
}
