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

/** The arXiv id inside an arXiv-issued DOI (`10.48550/arxiv.2606.07297`), or null. */
export function arxivIdOfDoi(doi: Doi): string | null {
  return /^10\.48550\/arxiv\.(.+)$/.exec(doi)?.[1] ?? null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A lone % is part of the DOI, not an escape.
  }
}
