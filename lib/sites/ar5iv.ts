import { parseArxivId } from '../model/paper/arxiv-id';
import { readLatexml } from './shared/latexml';
import { addressOf } from './shared/find';
import { webHost, webPath } from './shared/web-host';
import type { PaperMeta, UrlVerdict } from '../model/paper/page';
import type { Site } from './types';
import { compact } from '../model/compact';

/** HTML versions of arXiv papers, made by LaTeXML: https://ar5iv.labs.arxiv.org */
export const urls: Site = {
  id: 'ar5iv',
  name: 'ar5iv',
  access: 'required',
  // ar5iv.org only redirects there, and would be one more host to ask permission for.
  matches: ['*://ar5iv.labs.arxiv.org/html/*'],
  classify,
  anchors: [{ selector: 'h1.ltx_title_document', seen: '2026-11-26' }],
};

const HOST = 'ar5iv.labs.arxiv.org';

function classify(url: URL): UrlVerdict | null {
  const id = /^\/html\/(.+)$/.exec(webPath(url))?.[1];
  const paper = id === undefined || webHost(url) !== HOST ? null : parseArxivId(id);
  if (paper === null) return null;
  const ids = { arxiv: paper.id };
  const ref = { site: 'ar5iv', ids, ...compact({ version: paper.version }), view: 'html' } as const;
  return { kind: 'paper', ref };
}

/** Reads what LaTeXML made; the URL has the id. */
export function read(page: Document): PaperMeta | null {
  const texts = readLatexml(page);
  const address = addressOf(page);
  const verdict = address === null ? null : classify(address);
  return texts === null ? null : { ...texts, ids: verdict?.ref.ids ?? {}, categories: [] };
}
