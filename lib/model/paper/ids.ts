/** An arXiv paper id without version: `2606.07297`, `hep-th/9901001`. */
export type ArxivId = string & { readonly __brand: 'ArxivId' };

/** An arXiv id as found in a text, with its version if the text has one. */
export interface ArxivReference {
  /** Normalised id, subject class dropped: `math.GT/0309136` is `math/0309136`. */
  readonly id: ArxivId;
  /** 1 and up; absent when the text names none. */
  readonly version?: number;
}

const NEW_ID = /^(\d{2})(\d{2})\.(\d{4,5})(?:v([1-9]\d{0,2}))?$/i;
const OLD_ID = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z]+(?:-[a-z]+)?)?\/(\d{2})(\d{2})(\d{3})(?:v([1-9]\d{0,2}))?$/i;

/** The archives in old ids, and the spelling that arXiv redirects `hepth` to. */
const OLD_ARCHIVES = new Set(
  (
    'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs ' +
    'dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol ' +
    'physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'
  ).split(' '),
);
const UNHYPHENATED = new Map(
  [...OLD_ARCHIVES].filter((name) => name.includes('-')).map((name) => [name.replace('-', ''), name]),
);

/**
 * Reads an arXiv id, new or old style, with or without `arXiv:` and version; null for anything else.
 *
 * Four-digit numbers after 2014 are padded as arXiv does (`1501.0001` is `1501.00001`).
 *
 * Source: https://info.arxiv.org/help/arxiv_identifier.html and arxiv-base `arxiv/identifier`.
 */
export function parseArxivId(text: string): ArxivReference | null {
  const bare = text.trim().replace(/^arxiv:\s*/i, '');
  return parseNewId(bare) ?? parseOldId(bare);
}

function parseNewId(text: string): ArxivReference | null {
  const match = NEW_ID.exec(text);
  if (match === null) return null;
  const [, year = '', month = '', number = '', version] = match;
  if (!isMonth(month) || Number(year + month) < 704) return null;
  const isFiveDigits = Number(year) >= 15;
  if (!isFiveDigits && number.length === 5) return null;
  return reference(`${year}${month}.${isFiveDigits ? number.padStart(5, '0') : number}`, version);
}

function parseOldId(text: string): ArxivReference | null {
  const match = OLD_ID.exec(text);
  if (match === null) return null;
  const [, written = '', year = '', month = '', number = '', version] = match;
  const lower = written.toLowerCase();
  const archive = UNHYPHENATED.get(lower) ?? lower;
  const monthOfCentury = (Number(year) >= 91 ? 1900 : 2000) * 100 + Number(year + month);
  if (!OLD_ARCHIVES.has(archive) || !isMonth(month)) return null;
  if (monthOfCentury < 199_107 || monthOfCentury > 200_703) return null;
  return reference(`${archive}/${year}${month}${number}`, version);
}

function isMonth(text: string): boolean {
  const month = Number(text);
  return month >= 1 && month <= 12;
}

function reference(id: string, version: string | undefined): ArxivReference {
  const branded = id as ArxivId; // The one place where the brand is made.
  return version === undefined ? { id: branded } : { id: branded, version: Number(version) };
}

/** A DOI in lower case without prefix: `10.1143/ptp.101.1155`. */
export type Doi = string & { readonly __brand: 'Doi' };

/**
 * Reads one DOI from a field that should hold one; null when there is none.
 *
 * Accepts `doi:` and resolver prefixes and percent-encoding. A field with several takes the first. SICI DOIs
 * hold `()<>;:`, so only white space, and a `;` or `,` before white space or another DOI, end one. The
 * version that bioRxiv and medRxiv append in their URLs is not part of a DOI.
 */
export function parseDoi(text: string): Doi | null {
  const match = /(?:^|doi(?:\.org)?[:/]\s*|[\s;,])(10\.\d{4,9}\/\S+)/i.exec(decode(text.trim()));
  const raw = match?.[1]
    ?.replace(/[;,](?=10\.\d{4,9}\/).*$/s, '')
    .replace(/[.,;]+$/, '')
    .replace(PREPRINT_VERSION, '$1');
  return raw === undefined || raw === '' ? null : (raw.toLowerCase() as Doi);
}

/** `10.1101/2021.11.08.467690v2`, `10.1101/696633v1`; their new prefix since December 2025 is 10.64898. */
const PREPRINT_VERSION = /^(10\.(?:1101|64898)\/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d+$/i;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A lone % is part of the DOI, not an escape.
  }
}

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
