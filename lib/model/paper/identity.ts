import { parseAclId, parseArxivId } from './ids';
import type { PaperIds, PaperKey } from './paper';

/** The parts of a record that decide which work it is. */
export interface Identifiable {
  readonly ids: PaperIds;
  readonly title: string;
  readonly authors: readonly string[];
}

/** Order of preference for a paper's key. */
const ID_KINDS = [
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'pmcid',
  's2',
] as const satisfies readonly (keyof PaperIds)[];

/**
 * Every key under which a record can be found: `arxiv:…`, `doi:…`, `title:…|first-author`.
 *
 * Two records are one paper when they share one of these (docs/design.md, section 4). A title without an
 * author, or one too short to be distinctive ("Introduction"), gives none.
 */
export function identityKeys(record: Identifiable): readonly PaperKey[] {
  const ids = completeIds(record.ids);
  const keys = ID_KINDS.flatMap((kind) => (ids[kind] === undefined ? [] : [`${kind}:${ids[kind]}`]));
  const byTitle = titleKey(record);
  if (byTitle !== null) keys.push(byTitle);
  return keys.map((key) => key as PaperKey); // The brand is made here.
}

/** The key that a record would be stored under; null when nothing identifies it. */
export function paperKeyOf(record: Identifiable): PaperKey | null {
  return identityKeys(record)[0] ?? null;
}

/** `10.18653/v1/n19-1423`: a DOI that the ACL gives ends in its Anthology id. */
const ACL_DOI = /^10\.(?:18653|3115)\/v1\/(.+)$/;
/** `10.48550/arxiv.2606.07297`. */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/;

/**
 * Adds the id that a DOI contains: the ACL Anthology id, or the arXiv id of an arXiv-issued DOI, which says
 * nothing more and is dropped. The reverse is not certain: some volumes of the Anthology have other DOIs.
 */
export function completeIds(ids: PaperIds): PaperIds {
  if (ids.doi === undefined) return ids;
  const acl = parseAclId(ACL_DOI.exec(ids.doi)?.[1] ?? '');
  if (acl !== null) return { acl, ...ids };
  const arxiv = parseArxivId(ARXIV_DOI.exec(ids.doi)?.[1] ?? '');
  if (arxiv === null) return ids;
  const { doi: _, ...others } = ids;
  return { arxiv: arxiv.id, ...others };
}

const MIN_TITLE_CHARS = 16;

/** "First Author, Jr." has the last name Author, not Jr. */
const GENERATION = /[\s,]+(?:jr|sr|ii|iii|iv)\.?$/i;

function titleKey({ title, authors }: Identifiable): string | null {
  const letters = fold(title);
  const lastName = fold(lastNameOf(authors[0] ?? ''));
  return letters.length < MIN_TITLE_CHARS || lastName === '' ? null : `title:${letters}|${lastName}`;
}

function lastNameOf(author: string): string {
  const [beforeComma = '', afterComma] = author.trim().replace(GENERATION, '').split(',');
  return afterComma === undefined ? (beforeComma.split(/\s+/).at(-1) ?? '') : beforeComma;
}

/** Letters and digits only, without accents and case: what survives differences in typesetting. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
