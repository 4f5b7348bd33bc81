import { parseArxivId } from '../../model/paper/arxiv-id';
import { compact } from '../../model/compact';
import { parseDoi } from '../../model/paper/doi';
import { completeIds } from '../../model/paper/identity';
import type { PaperRef } from '../../model/paper/page';
import type { PaperIds } from '../../model/paper/paper';
import { parseAclId, parseOpenreviewId, parsePmcid, parsePmid, parseS2Id } from '../../model/paper/site-ids';
import { ANCHORS } from '../anchors';
import { readPage } from '../read-page';
import type { Site } from '../types';
import { webHost, webPath } from './web-host';

/** Parts of patterns that several rows share; the longer ones are made of the shorter. */
const PARTS: Readonly<Record<string, string>> = {
  // Journals on Atypon. An ISBN alone is a book, as are some short DOIs; `/doi/book/` and `/toc/` are listings.
  atypon: String.raw`/doi/((abs|full(html)?|figure|ref|references|citedby|epub|reader|(?<pdf>e?pdf(plus|direct)?))/)?(?!10\.5555/\d+$|10\.\d+/(97[89]\d{10}|bk-\d+-\d+)$|.*\(ISSN\)){longdoi}(/abstract|/full|/summary|/references|/pdf)?`,
  // Journals on HighWire, by volume, issue and page; two parts are an issue.
  highwire: String.raw`/content/([a-z]+/)?(early(/\d+){3}/[\w-]+|\d+/[\w-]+/\w*\d\w*){tab}`,
  rxiv: String.raw`/content/(?<doi>10\.\d{4,9}/\d[\d.]*\d)(v(?<version>\d+))?{tab} /content/(\w+/)?early(/\d+){3}/(?<id>\d[\d.]*\d){tab}=>10.1101/$<id>`,
  // Journals on Silverchair: `/bib/advance-article/doi/10.1093/bib/bbac1/65`, `/isq/article/64/2/419/5808900`.
  silverchair: String.raw`(/\w+){1,2}/(advance-)?article(-abstract|-lookup|(?<pdf>-pdf))?/doi/{longdoi}(/\d{4,}.*)? (/\w+){1,2}/(advance-)?article(-abstract|(?<pdf>-pdf))?/(?!doi/)\w[^/]*/.+`,
  tab: String.raw`(?<pdf>\.full\.pdf)?([.+][a-z.+-]+|/(?!rr)[a-z-]+)?`,
  doi: String.raw`(?<doi>10\.\d{4,9}/[^/]+?)(\.pdf)?`,
  longdoi: String.raw`(?<doi>10\.\d{4,9}/.+?)(\.pdf)?`,
  issn: String.raw`\d{4}-\d{3}[\dX]`,
  pdf: String.raw`(?<pdf>\.pdf)`,
};

/** An optional site from its row, as `generic-sites.ts` describes it. */
export function readRow(row: string): Site {
  const [id = '', name = '', hostList = '', pages = '', patterns = ''] = row.split(' | ');
  const hosts = hostList.split(' ');
  const isUnsure = (pattern: string) => pattern.startsWith('?');
  const sure = patterns.split(' ').filter((pattern) => !isUnsure(pattern));
  const unsure = patterns.split(' ').flatMap((pattern) => (isUnsure(pattern) ? pattern.slice(1) : []));
  const isHere = (url: URL): boolean => hosts.some((host) => isHost(webHost(url), host));
  const detect: Site['detect'] = (url) => (isHere(url) ? firstMatch(id, sure, url) : null);
  return {
    id,
    name,
    access: 'optional',
    matches: hosts.flatMap((host) => pages.split(' ').map((path) => `*://${host}${path}`)),
    ...compact({ isSinglePage: pages === '/*' ? (true as const) : undefined }),
    anchors: ANCHORS[id] ?? [],
    extract: (page) => readPage(id, page),
    detect,
    suspect: (url) => (isHere(url) && detect(url) === null ? firstMatch(id, unsure, url) : null),
  };
}

function isHost(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? `.${host}`.endsWith(pattern.slice(1)) : host === pattern;
}

function expand(pattern: string): string {
  const next = pattern.replace(/\{([a-z]+)\}/g, (part, name: string) => PARTS[name] ?? part);
  return next === pattern ? next : expand(next);
}

function firstMatch(site: string, patterns: readonly string[], url: URL): PaperRef | null {
  for (const written of patterns.flatMap((pattern) => expand(pattern).split(' '))) {
    const [pattern = '', doi] = written.split('=>');
    const match = matchOf(pattern, url);
    const ref = match && refOf(site, doi === undefined ? match : { ...match, doi: fill(doi, match) });
    if (ref !== null) return ref;
  }
  return null;
}

/** Longer than any paper's path; patterns may take time that grows with its square. */
const MAX_TEXT_CHARS = 1000;

type Groups = Readonly<Partial<Record<string, string>>>;

/** The named groups of a pattern over the path, and over the one parameter that it names; null: no match. */
function matchOf(pattern: string, url: URL): Groups | null {
  const parameter = /\\\?(\w+)=/.exec(pattern)?.[1];
  // Names of parameters are compared without case: `abstract_id` is `Abstract_ID` at SSRN.
  const value = [...url.searchParams].find(([name]) => name.toLowerCase() === parameter)?.[1];
  const text = webPath(url).replace(/^\/+/, '/') + (value === undefined ? '' : `?${parameter}=${value}`);
  if (text.length > MAX_TEXT_CHARS) return null;
  const match = new RegExp(`^(?:${pattern})$`, 'i').exec(text);
  return match && { ...match.groups };
}

function fill(template: string, groups: Groups): string {
  return template.replace(/\$<(\w+)>/g, (_, name: string) => groups[name] ?? '');
}

const PARSERS: Readonly<Record<keyof PaperIds, (text: string) => string | null>> = {
  arxiv: (text) => parseArxivId(text)?.id ?? null,
  doi: parseDoi,
  openreview: parseOpenreviewId,
  acl: parseAclId,
  pmid: parsePmid,
  pmcid: parsePmcid,
  s2: parseS2Id,
};

/** A group that should hold an id and holds none is no paper: `/abs/cs`, the front matter of a volume. */
function refOf(site: string, groups: Groups): PaperRef | null {
  const ids: Record<string, string> = {};
  for (const [kind, parse] of Object.entries(PARSERS)) {
    const written = groups[kind];
    const id = written === undefined ? undefined : parse(written);
    if (id === null) return null;
    if (id !== undefined) ids[kind] = id;
  }
  const version = Number(groups['version'] ?? parseArxivId(groups['arxiv'] ?? '')?.version ?? 0);
  return {
    site,
    ids: completeIds(ids as PaperIds), // Each was made by the parser of its kind.
    view: groups['pdf'] ? 'pdf' : groups['html'] ? 'html' : 'abstract',
    ...compact({ record: groups['record'], version: version || undefined }),
  };
}
