import type { RequestRecord } from '../../tools/replay/server';
import type { ReplayLibrary } from '../../tools/replay/types';

/** PDFs among the pages of papers that no daily list has: the extension may look those up at arXiv. */
export const UNLISTED_PDFS = 3;

/** Addresses of `count` paper pages: abstracts, PDFs and HTML texts at arXiv, and pages at Hugging Face. */
export function paperPages(library: ReplayLibrary, count: number): readonly string[] {
  const listed = new Set(
    library.editionDates.flatMap((date) => library.edition(date).map(({ paper }) => paper.id)),
  );
  const unlisted = library.papers.filter(({ id }) => !listed.has(id)).slice(0, UNLISTED_PDFS);
  const pages = [...listed].flatMap((id) => [
    `https://arxiv.org/abs/${id}`,
    `https://arxiv.org/pdf/${id}`,
    `https://arxiv.org/html/${id}v1`,
    `https://huggingface.co/papers/${id}`,
  ]);
  return [
    ...unlisted.map(({ id }) => `https://arxiv.org/pdf/${id}`),
    ...pages.slice(0, count - unlisted.length),
  ];
}

/** Requests since a moment to interfaces that only the extension asks. */
export function askedSince(requests: readonly RequestRecord[], start: number): readonly string[] {
  return requests
    .slice(start)
    .filter(
      ({ host, url }) =>
        host === 'export.arxiv.org' ||
        host === 'rss.arxiv.org' ||
        (host === 'huggingface.co' && url.startsWith('/api/')),
    )
    .map(({ host, url }) => host + url);
}

/** Hosts that were asked since a moment, but for those of the pages and sources: there should be none. */
export function otherHostsSince(requests: readonly RequestRecord[], start: number): readonly string[] {
  const own = new Set(['arxiv.org', 'huggingface.co', 'export.arxiv.org', 'rss.arxiv.org']);
  const hosts = requests.slice(start).map(({ host }) => host);
  // The browser's own services: our switches do not silence them entirely.
  return [...new Set(hosts)].filter(
    (host) => !own.has(host) && !/(?:google|gvt1|mozilla|firefox|detectportal)/.test(host),
  );
}
