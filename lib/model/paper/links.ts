import type { PaperIds } from './paper';

/**
 * The page where a paper is read, by its strongest id; null when no id has a page.
 *
 * Every link of these functions is `https:` and percent-encoded: ids come from pages and feeds.
 */
export function paperUrl(ids: PaperIds): string | null {
  if (ids.arxiv !== undefined) return `https://arxiv.org/abs/${encodePath(ids.arxiv)}`;
  if (ids.openreview !== undefined) return `https://openreview.net/forum?id=${encode(ids.openreview)}`;
  if (ids.acl !== undefined) return `https://aclanthology.org/${encodePath(ids.acl)}/`;
  if (ids.doi !== undefined) return `https://doi.org/${encodePath(ids.doi)}`;
  if (ids.pmcid !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${pmcId(ids.pmcid)}/`;
  if (ids.pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${encode(ids.pmid)}/`;
  if (ids.s2 !== undefined) return s2Url(ids.s2);
  return null;
}

/** The PDF, of one version if the site keeps versions; null when no id leads to it. */
export function pdfUrl(ids: PaperIds, version?: number): string | null {
  if (ids.arxiv !== undefined) {
    return `https://arxiv.org/pdf/${encodePath(ids.arxiv)}${version === undefined ? '' : `v${version}`}`;
  }
  if (ids.openreview !== undefined) return `https://openreview.net/pdf?id=${encode(ids.openreview)}`;
  if (ids.acl !== undefined) return `https://aclanthology.org/${encodePath(ids.acl)}.pdf`;
  if (ids.pmcid !== undefined) return `https://pmc.ncbi.nlm.nih.gov/articles/${pmcId(ids.pmcid)}/pdf/`;
  return null;
}

/** Where Hugging Face's readers discuss a paper; null for papers that cannot be there. */
export function discussionUrl({ arxiv }: PaperIds): string | null {
  return arxiv === undefined ? null : `https://huggingface.co/papers/${encodePath(arxiv)}`;
}

/** `paperUrl`, else the first of `others` that is a safe link; null when there is none. */
export function bestLink(ids: PaperIds, others: readonly (string | undefined)[] = []): string | null {
  return paperUrl(ids) ?? others.map((other) => httpsUrl(other)).find((url) => url !== null) ?? null;
}

/** A link from outside when it is a well-formed `https:` URL without a user name, else null. */
export function httpsUrl(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

function encode(text: string): string {
  return encodeURIComponent(text);
}

/** Keeps the slashes of old arXiv ids and DOIs. */
function encodePath(text: string): string {
  return text.split('/').map(encode).join('/');
}

function s2Url(id: string): string {
  return id.includes(':')
    ? `https://api.semanticscholar.org/${encode(id).replace('%3A', ':')}`
    : `https://www.semanticscholar.org/paper/${encode(id)}`;
}

/** `PMC` is part of the address, whether or not it is part of the id as stored. */
function pmcId(id: string): string {
  return `PMC${encode(id.replace(/^PMC/i, ''))}`;
}
