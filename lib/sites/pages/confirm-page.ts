import { fold } from '../../model/paper/identity';
import type { ClassifiedPage, PaperMeta, PaperRef } from '../../model/paper/page';
import { isOtherWork } from '../meta/read-meta';
import { mainWork, readWorks } from '../meta/json-ld';
import { readMetaTags, valueOf, valuesOf } from '../meta/meta-tags';
import type { MetaTags } from '../meta/meta-tags';
import { isTextByAuthor } from '../arxiv';
import { ownReader, readPage } from './read-page';
import { addressOf } from './elements';

/**
 * Gives the paper that a page shows, with the ids that URL and page name; null when the URL leaves it to the
 * page, and the page does not confirm it. This is the second step, once the page is parsed; `classifyUrl` is
 * the first.
 *
 * Data sets, programs, news, whole books and proceedings, journals and listings are not papers, whatever tags
 * they carry.
 */
export function confirmPage(page: Document, { kind, site, ref }: ClassifiedPage): PaperRef | null {
  if (kind === 'paper') return ref;
  if (site.id === 'arxiv') return isTextByAuthor(page) ? ref : null;
  const meta = readPage(page, site);
  const isPaper = meta && (ownReader(site.id) || isOnePaper(page, meta));
  return isPaper ? { ...ref, ids: { ...ref.ids, ...meta.ids } } : null;
}

/** A paper has one title, an author, and an id, a PDF or a scholarly article in JSON-LD. */
function isOnePaper(page: Document, meta: PaperMeta): boolean {
  const tags = readMetaTags(page);
  const titles = new Set(valuesOf(tags, 'citation_title').map(fold));
  const works = readWorks(page);
  const papers = works.filter(({ kind }) => kind === 'paper');
  if (meta.authors.length === 0 || titles.size > 1 || isOtherWork(tags, mainWork(works))) return false;
  if (NOT_OF_PAPERS.test(meta.ids.doi ?? '')) return false;
  if (isListing(addressOf(page)) || isWholeBook(tags) || isNameOfSeries(meta.title, tags)) return false;
  if (titles.size === 0) return papers.length === 1;
  return papers.length > 0 || Object.keys(meta.ids).length > 0 || meta.pdfUrl !== undefined;
}

/**
 * DOIs of R packages, Bioconductor, Dryad, Dataverse, PANGAEA, GBIF, ICPSR and Mendeley Data. Some of their
 * pages carry the tags of papers.
 */
const NOT_OF_PAPERS = /^10\.(?:32614\/cran|18129|5061|7910|1594|15468|3886|17632)\b/;

/** Home, search and browsing pages; some repeat the tags of their first entry. */
function isListing(address: URL | null): boolean {
  return /^\/*$|\/(?:search|browse|toc)(?:\/|$)/i.test(address?.pathname ?? '');
}

/**
 * It has an ISBN, and names neither a series that a paper would be part of nor a university: theses have
 * ISBNs too.
 */
function isWholeBook(tags: MetaTags): boolean {
  if (/^(?:books?|product|profile)\b/i.test(valueOf(tags, 'og:type'))) return true;
  return tags.has('citation_isbn') && valueOf(tags, ...SERIES, ...OF_PAPERS) === '';
}

const SERIES = [
  'citation_journal_title',
  'citation_conference_title',
  'citation_conference',
  'citation_inbook_title',
  'citation_book_title',
];

const OF_PAPERS = ['citation_firstpage', 'citation_dissertation_institution', 'citation_dissertation_name'];

/** The title is the name of a journal, a conference or a site. */
function isNameOfSeries(title: string, tags: MetaTags): boolean {
  const names = [...SERIES, 'og:site_name'].flatMap((name) => valuesOf(tags, name));
  return names.some((name) => fold(name) === fold(title));
}
