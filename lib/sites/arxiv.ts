import { parseArxivId } from '../model/paper/ids';
import { compact } from '../model/compact';
import { collapseSpace } from '../text/plain';
import { readMeta } from './meta/read-meta';
import { readMetaTags, valueOf } from './meta/meta-tags';
import { findFirst, textOfFirst, visibleText } from './pages/elements';
import { readLatexml } from './pages/latexml';
import { webHost, webPath } from './urls/web-host';
import type { PaperMeta, PaperRef, PaperView, UrlVerdict } from '../model/paper/page';
import type { Site } from './types';

const HOSTS = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org', 'browse.arxiv.org'];
const PATHS = ['abs/*', 'abs?*', 'pdf/*', 'html/*', 'ftp/*/papers/*'];

/** Abstract pages, PDFs and HTML texts of https://arxiv.org and the hosts that serve the same pages. */
export const urls: Site = {
  id: 'arxiv',
  name: 'arXiv',
  access: 'required',
  matches: HOSTS.flatMap((host) => PATHS.map((path) => `*://${host}/${path}`)),
  classify,
  anchors: { '#abs > .authors': '2026-11-23', 'h1.ltx_title_document': '2026-11-26' },
};

function classify(url: URL): UrlVerdict | null {
  if (!HOSTS.includes(webHost(url))) return null;
  const certain = nameOfPaper(url);
  const ref = certain ?? textByAuthor(url);
  return ref && { kind: certain === null ? 'perhaps' : 'paper', ref };
}

function nameOfPaper(url: URL): PaperRef | null {
  if (url.searchParams.get('fmt') === 'txt') return null;
  const [, folder = '', rest = ''] = /^\/(\w+)(?:\/(.+))?$/.exec(webPath(url)) ?? [];
  switch (folder) {
    case 'abs':
      return (
        arxivRef(withoutPdf(rest) || idInQuery(url), 'abstract') ??
        arxivRef(`${rest}/${url.search.slice(1)}`, 'abstract')
      );
    case 'pdf':
      return arxivRef(withoutPdf(rest), 'pdf');
    case 'html':
      return OLD_ID.test(rest) ? null : arxivRef(rest, 'html');
    case 'ftp':
      return arxivRef(FTP_FILE.test(rest) ? rest.replace(FTP_FILE, '$1$2') : '', 'pdf');
    default:
      return null;
  }
}

/**
 * Papers whose authors wrote HTML: those before 2007, and files of any name (`/html/cs/9904010/report.htm`).
 * Lists of files and error pages have the same URLs.
 */
function textByAuthor(url: URL): PaperRef | null {
  const rest = /^\/html\/(.+)$/.exec(webPath(url))?.[1] ?? '';
  return arxivRef(rest.replace(SUB_DOCUMENT, '$1'), 'html');
}

/** True unless the page is one of arXiv's own: an error, or a list of files to choose from. */
export function isTextByAuthor(page: Document): boolean {
  return !textOfFirst(page, 'head > title').endsWith('| arXiv e-print repository'); // Seen 2026-11-23.
}

const OLD_ID = /^[a-z.-]+\//i;
const SUB_DOCUMENT = /^(\d{4}\.\d{4,5}[v\d]*|[a-z.-]+\/\d{7}[v\d]*)\/.+\.html?$/i;

/** `/ftp/arxiv/papers/1110/1110.2832.pdf`, `/ftp/cond-mat/papers/0408/0408502.pdf`. */
const FTP_FILE = /^(?:arxiv\/|([a-z-]+\/))papers\/\d{4}\/([^/]+)\.pdf$/;

/** Old links that arXiv serves without a redirect: `/abs?id=…`, `?archive=…&papernum=…`, `?hep-th/9901001`. */
function idInQuery({ search, searchParams }: URL): string {
  const named = searchParams.get('id') ?? `${searchParams.get('archive')}/${searchParams.get('papernum')}`;
  return search.includes('=') ? named : search.slice(1).replace(/^[\d.v]+$/, ''); // New ids get a 404 there.
}

function withoutPdf(path: string): string {
  return path.replace(/\.pdf$/, '');
}

/** The arXiv paper that an id in a URL names, on arXiv or a site that mirrors it; null when it names none. */
export function arxivRef(text: string, view: PaperView, site = 'arxiv'): PaperRef | null {
  const paper = parseArxivId(text);
  return paper && { site, ids: { arxiv: paper.id }, ...compact({ version: paper.version }), view };
}

/** Reads an abstract page, or a text that LaTeXML made. */
export function read(page: Document): PaperMeta | null {
  return readAbstractPage(page) ?? readHtmlPage(page);
}

/**
 * Open Graph has the title, the abstract and the version that is shown; `citation_title` is raw TeX. MathJax
 * rewrites the body, never the head.
 */
function readAbstractPage(page: Document): PaperMeta | null {
  const tags = readMetaTags(page);
  const meta = tags.has('citation_arxiv_id') ? readMeta(page) : null;
  if (meta === null) return null;
  const { abstract: rawAbstract, pdfUrl, ...others } = meta;
  const shown = parseArxivId(valueOf(tags, 'og:url').replace(/^.*\/abs\//, ''));
  const abstract = valueOf(tags, 'og:description') || visibleText(findFirst(page, 'blockquote.abstract'));
  // Withdrawn papers, and those with HTML only, have a `citation_pdf_url` all the same.
  const hasPdf = findFirst(page, 'a.download-pdf') !== null;
  return {
    ...others,
    title: collapseSpace(valueOf(tags, 'og:title')) || meta.title,
    categories: categoriesIn(textOfFirst(page, 'td.subjects')),
    ...compact({
      abstract: collapseSpace(abstract) || rawAbstract,
      version: shown?.version,
      pdfUrl: hasPdf ? pdfUrl : undefined,
    }),
  };
}

/** "Machine Learning (cs.LG); High Energy Physics - Theory (hep-th)", primary first. */
function categoriesIn(subjects: string): readonly string[] {
  return [...subjects.matchAll(/\(([a-z-]+(?:\.[A-Za-z-]+)?)\)/g)].flatMap(([, category]) => category ?? []);
}

/** HTML texts carry no tags: id, version and category stand in the margin only. */
function readHtmlPage(page: Document): PaperMeta | null {
  const texts = readLatexml(page);
  const mark = /arXiv:(\S+) \[(\S+)\]/.exec(textOfFirst(page, '#watermark-tr'));
  const backLink = findFirst(page, 'header a[href^="/abs/"]')?.getAttribute('href')?.slice('/abs/'.length);
  const paper = parseArxivId(mark?.[1] ?? backLink ?? '');
  if (texts === null || paper === null) return null;
  return {
    ...texts,
    ids: { arxiv: paper.id },
    categories: mark?.[2] === undefined ? [] : [mark[2]],
    ...compact({ version: paper.version }),
  };
}
