import { arxivApi } from './hosts/arxiv-api';
import { arxivRss } from './hosts/arxiv-rss';
import { arxivSite } from './hosts/arxiv-site';
import { huggingFace } from './hosts/hugging-face';
import { html, text } from './responses';
import type { ReplayLibrary, ReplayResponse } from './types';

type HostAnswer = (library: ReplayLibrary, url: URL) => ReplayResponse;

const HOSTS = new Map<string, HostAnswer>([
  ['arxiv.org', arxivSite],
  ['www.arxiv.org', arxivSite],
  ['browse.arxiv.org', arxivSite],
  ['export.arxiv.org', exportHost],
  ['rss.arxiv.org', arxivRss],
  ['huggingface.co', huggingFace],
]);

/** The hosts that the server plays even without recordings. */
export const PLAYED_HOSTS: readonly string[] = [...HOSTS.keys()];

/** Answers any URL: with a recorded page, else as the host would, else with 404. */
export function answer(library: ReplayLibrary, url: URL): ReplayResponse {
  const recorded = library.page(url.href);
  if (recorded !== null) return recorded;
  const host = HOSTS.get(url.hostname);
  return host === undefined ? text('Not recorded.', 404) : host(library, url);
}

function exportHost(library: ReplayLibrary, url: URL): ReplayResponse {
  return url.pathname === '/api/query' ? arxivApi(library, url) : arxivSite(library, url);
}

/** Adds pages to a library, by their full URLs; they win over its own. */
export function withPages(
  library: ReplayLibrary,
  pages: Readonly<Record<string, ReplayResponse | string>>,
): ReplayLibrary {
  return {
    ...library,
    page: (url) => {
      const own = pages[url];
      return own === undefined ? library.page(url) : typeof own === 'string' ? html(own) : own;
    },
  };
}
