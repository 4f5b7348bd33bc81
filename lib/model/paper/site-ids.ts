import type { Doi } from './doi';

/** An OpenReview forum: `5spDgWmpY6x`. */
export type OpenreviewId = string & { readonly __brand: 'OpenreviewId' };

/** An ACL Anthology id: `2020.acl-main.405`, `N19-1423`. */
export type AclId = string & { readonly __brand: 'AclId' };

/** A PubMed id without leading zeros: `22188593`. */
export type Pmid = string & { readonly __brand: 'Pmid' };

/** A PubMed Central id: `PMC3531190`. */
export type Pmcid = string & { readonly __brand: 'Pmcid' };

/** A Semantic Scholar id: 40 lower-case hexadecimal digits, or `CorpusID:13756489`. */
export type S2Id = string & { readonly __brand: 'S2Id' };

/** Reads an OpenReview id, in which case matters; null for anything else. */
export function parseOpenreviewId(text: string): OpenreviewId | null {
  return /^[\w-]{5,64}$/.test(text) ? (text as OpenreviewId) : null;
}

/**
 * Reads an ACL Anthology id, old style or new, in any case; null for anything else.
 *
 * Number 0 of a volume (`2020.acl-main.0`, `P16-1000`, `W18-5400`) is its front matter, not a paper.
 *
 * Source: https://aclanthology.org/info/ids/
 */
export function parseAclId(text: string): AclId | null {
  const isNew = /^\d{4}\.[a-z\d]+-[a-z\d]+\.[1-9]\d*$/i.test(text);
  if (isNew) return text.toLowerCase() as AclId;
  const isOld = /^[a-z]\d\d-\d{4}$/i.test(text) && !/000$|^w.*00$/i.test(text);
  return isOld ? (text.toUpperCase() as AclId) : null;
}

/** The ACL Anthology id inside a DOI that the ACL gives (`10.18653/v1/n19-1423`), or null. */
export function aclIdOfDoi(doi: Doi): AclId | null {
  return parseAclId(/^10\.(?:18653|3115)\/v1\/(.+)$/.exec(doi)?.[1] ?? '');
}

/** Reads a PubMed id; null for anything else. */
export function parsePmid(text: string): Pmid | null {
  const number = /^0*([1-9]\d{0,8})$/.exec(text.trim())?.[1];
  return number === undefined ? null : (number as Pmid);
}

/** Reads a PubMed Central id, with `PMC` before the number; null for anything else. */
export function parsePmcid(text: string): Pmcid | null {
  const id = text.trim().toUpperCase();
  return /^PMC[1-9]\d{0,8}$/.test(id) ? (id as Pmcid) : null;
}

/** Reads a Semantic Scholar id of either kind; null for anything else. */
export function parseS2Id(text: string): S2Id | null {
  const corpus = /^corpusid:0*([1-9]\d{0,11})$/i.exec(text)?.[1];
  if (corpus !== undefined) return `CorpusID:${corpus}` as S2Id;
  return /^[\da-f]{40}$/i.test(text) ? (text.toLowerCase() as S2Id) : null;
}
