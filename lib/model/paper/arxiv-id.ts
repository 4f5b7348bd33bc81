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
