import { isOnHost } from '../../model/access/hosts';
import { compact } from '../../model/compact';
import {
  parseArxivId,
  parseDoi,
  parseAclId,
  parseOpenreviewId,
  parsePmcid,
  parsePmid,
  parseS2Id,
} from '../../model/paper/ids';
import { completeIds } from '../../model/paper/identity';
import type { PaperRef, UrlVerdict } from '../../model/paper/page';
import type { PaperIds } from '../../model/paper/paper';
import { webHost, webPath } from './web-host';
import type { Anchors, Groups, Layout, Site } from '../types';

/** An optional site that patterns describe. */
export interface SiteEntry {
  readonly id: string;
  readonly name: string;
  /** `*.x.org` is x.org with everything below it. */
  readonly hosts: readonly string[];
  /** Paths of the match patterns, on each host. The path `/*` makes a single-page site. */
  readonly pages: readonly string[];
  readonly anchors?: Anchors;
  readonly tab?: RegExp;
  /** A function, so that the build can drop it from page scripts, which do not need it. */
  readonly papers: () => readonly Layout[];
}

/** Makes a site from its entry. The mark below lets page scripts drop the sites that they do not use. */
/* @__NO_SIDE_EFFECTS__ */
export function site(entry: SiteEntry): Site {
  const { id, hosts, pages, papers } = entry;
  return {
    ...entry,
    access: 'optional',
    matches: hosts.flatMap((host) => pages.map((path) => `*://${host}${path}`)),
    ...compact({ isSinglePage: pages.includes('/*') ? (true as const) : undefined }),
    classify: (url) =>
      hosts.some((host) => isOnHost(webHost(url), host)) ? classifyBy(papers(), id, url) : null,
  };
}

/** Makes a pattern that matches a whole text, whatever its case. Other patterns can be parts of it. */
export function exactly({ raw }: TemplateStringsArray, ...parts: readonly RegExp[]): RegExp {
  return new RegExp(`^(?:${String.raw({ raw }, ...parts.map(({ source }) => source))})$`, 'i');
}

/** DOIs: one whose suffix has no slash, and one whose suffix may have some. */
export const DOI = /(?<doi>10\.\d{4,9}\/[^/]+?)(?:\.pdf)?/;
export const LONG_DOI = /(?<doi>10\.\d{4,9}\/.+?)(?:\.pdf)?/;
export const ISSN = /\d{4}-\d{3}[\dX]/;
/** The ending of a file name. */
export const PDF = /(?<pdf>\.pdf)/;

/**
 * Classifies a URL by the first layout that matches, sure ones first.
 *
 * @internal
 */
export function classifyBy(layouts: readonly Layout[], id: string, url: URL): UrlVerdict | null {
  const sureFirst = [
    ...layouts.filter(({ isUnsure }) => !isUnsure),
    ...layouts.filter(({ isUnsure }) => isUnsure),
  ];
  for (const layout of sureFirst) {
    const groups = groupsOf(layout, url);
    const ref = groups && refOf(id, layout.doi ? { ...groups, doi: layout.doi(groups) } : groups);
    if (ref !== null) return { kind: layout.isUnsure ? 'perhaps' : 'paper', ref };
  }
  return null;
}

/** No paper's path is longer. A pattern may take time that grows with the square of the length. */
const MAX_TEXT_CHARS = 1000;

/** The named groups of a layout over path and query; null: no match. */
function groupsOf({ path, query = {} }: Layout, url: URL): Groups | null {
  const values = Object.entries(query).map(([name, pattern]) => [valueOf(url, name), pattern] as const);
  let groups: Groups = {};
  for (const [text, pattern] of [[webPath(url).replace(/^\/+/, '/'), path] as const, ...values]) {
    const match = text.length > MAX_TEXT_CHARS ? null : pattern.exec(text);
    if (match === null) return null;
    groups = { ...groups, ...match.groups };
  }
  return groups;
}

/** Names of parameters are compared without case: `abstract_id` is `Abstract_ID` at SSRN. */
function valueOf({ searchParams }: URL, name: string): string {
  return [...searchParams].find(([written]) => written.toLowerCase() === name)?.[1] ?? '';
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

/** Null when a group that should hold an id holds none: `/abs/cs`, the front matter of a volume. */
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
