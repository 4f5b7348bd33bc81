import { parseArxivId, parseDoi, parsePmcid, parsePmid } from '../../model/paper/ids';
import { compact } from '../../model/compact';
import type { Doi } from '../../model/paper/ids';
import type { PaperMeta } from '../../model/paper/page';
import type { PaperIds } from '../../model/paper/paper';
import { plainText } from '../../text/plain';
import { readJsonLd } from './json-ld';
import type { JsonLdWork } from './json-ld';
import { firstDay } from './meta-dates';
import { readMetaTags, valueOf, valuesOf } from './meta-tags';
import type { MetaTags } from './meta-tags';
import { personName, splitNames } from './names';
import { addressOf } from '../pages/elements';

/**
 * Reads what a page's machine-readable tags say about its paper: `citation_*` first, then Dublin Core,
 * JSON-LD and, as a last resort, Open Graph.
 *
 * Null when they describe no paper: there is no title, or it belongs to a data set, a program or a news item
 * and there is no `citation_title`. A page that still checks for robots has no tags and gives null too. Works
 * on every site that feeds Google Scholar.
 *
 * Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 */
export function readMeta(page: Document): PaperMeta | null {
  const tags = readMetaTags(page);
  const described = readJsonLd(page);
  // A chapter's page may describe its book, too.
  const work = described?.kind === 'other' ? null : described;
  if (!tags.has('citation_title') && isOtherWork(tags, described)) return null;
  const title = titleOf(tags, work);
  if (title === '') return null;
  const authors = authorsOf(tags, work);
  return {
    title,
    authors,
    categories: [],
    ids: idsOf(tags, work),
    ...compact({
      abstract: abstractOf(tags, work),
      publishedOn: firstDay(datesOf(tags, work)) ?? undefined,
      pdfUrl: webUrl(valueOf(tags, 'citation_pdf_url'), page),
    }),
  };
}

/**
 * True when the type or JSON-LD says that a page is not about a paper but about data, a program, news or a
 * book.
 */
export function isOtherWork(tags: MetaTags, described: JsonLdWork | null): boolean {
  return described?.kind === 'other' || NOT_PAPER.test(valueOf(tags, 'dc.type', 'dcterms.type'));
}

const NOT_PAPER =
  /^(?:news|dataset|software|image|video|event|sound|movingimage|stillimage|interactive|patent|presentation|poster|lecture)|(?:^|\/)(?:books?|collection|issue|proceedings|periodical|map|service)$/i;
const MAX_TITLE_CHARS = 1000;
const MAX_URL_CHARS = 2000;

function titleOf(tags: MetaTags, work: JsonLdWork | null): string {
  const isTagged = tags.has('citation_doi') || tags.has('citation_author');
  const title =
    valueOf(tags, 'citation_title', 'dc.title', 'dcterms.title') ||
    (work?.title ?? '') ||
    (isTagged ? valueOf(tags, 'og:title') : '');
  return plainText(title.slice(0, MAX_TITLE_CHARS));
}

/** Contributors are authors on HighWire's pages, editors on others: they come last. */
function authorsOf(tags: MetaTags, work: JsonLdWork | null): readonly string[] {
  const tagged = valuesOf(
    tags,
    'citation_author',
    'citation_authors',
    'dc.creator',
    'dc.creator.personalname',
  );
  if (tagged.length > 0) return tagged.flatMap(splitNames);
  const named = work?.authors ?? [];
  const names = named.length > 0 ? named : valuesOf(tags, 'dcterms.creator', 'dc.contributor');
  return names.map(personName).filter((name) => name !== '');
}

function idsOf(tags: MetaTags, work: JsonLdWork | null): PaperIds {
  return compact({
    arxiv: parseArxivId(valueOf(tags, 'citation_arxiv_id') || reportInArxiv(tags))?.id,
    doi: doiOf(tags, work) ?? undefined,
    pmid: parsePmid(valueOf(tags, 'citation_pmid')) ?? undefined,
    pmcid: parsePmcid(valueOf(tags, 'citation_pmcid')) ?? undefined,
  });
}

/** INSPIRE writes the arXiv id as a report number, with `arXiv:` before it. */
function reportInArxiv(tags: MetaTags): string {
  return valuesOf(tags, 'citation_technical_report_number').find((text) => /^arxiv:/i.test(text)) ?? '';
}

/** Some `citation_doi` tags lack the prefix (`ade/1391109086`); the next tag then has the whole DOI. */
function doiOf(tags: MetaTags, work: JsonLdWork | null): Doi | null {
  const written = ['citation_doi', 'dc.identifier.doi', 'dc.identifier', 'prism.doi', 'dc.source'].flatMap(
    (name) => valuesOf(tags, name),
  );
  for (const text of [...written.slice(0, 20), ...(work?.identifiers ?? []).slice(0, 20)]) {
    const doi = parseDoi(text);
    if (doi !== null) return doi;
  }
  return null;
}

/** Open Graph's text is often cut, or describes the site: it counts only when it is as long as an abstract. */
function abstractOf(tags: MetaTags, work: JsonLdWork | null): string | undefined {
  const promised = valueOf(tags, 'citation_abstract', 'dcterms.abstract', 'dc.description') || work?.abstract;
  const shared = valueOf(tags, 'og:description');
  const text = plainText(promised || (shared.length >= 250 ? shared : '')).replace(
    /^Abstract:?\s*(?=\p{Lu})/u,
    '',
  );
  return text === '' ? undefined : text;
}

function datesOf(tags: MetaTags, work: JsonLdWork | null): readonly string[] {
  const whole = tags.has('citation_date')
    ? valuesOf(tags, 'citation_date')
    : ['citation_publication_date', 'citation_online_date'].flatMap((name) => valuesOf(tags, name));
  const dates =
    whole.length > 0 ? whole : valuesOf(tags, 'dc.date', 'dcterms.date', 'dc.issued', 'dcterms.issued');
  return dates.length > 0 ? dates.slice(0, 10) : [work?.date ?? ''];
}

function webUrl(written: string, page: Document): string | undefined {
  const base = addressOf(page)?.href;
  if (written === '' || !URL.canParse(written, base)) return undefined;
  const url = new URL(written, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= MAX_URL_CHARS ? url.href : undefined;
}
