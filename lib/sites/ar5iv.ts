import { arxivRef } from './arxiv';
import { readLatexml } from './pages/latexml';
import { addressOf } from './pages/elements';
import { webHost, webPath } from './urls/web-host';
import type { PaperMeta, UrlVerdict } from '../model/paper/page';
import type { Site } from './types';

/** HTML versions of arXiv papers, made by LaTeXML: https://ar5iv.labs.arxiv.org */
export const urls: Site = {
  id: 'ar5iv',
  name: 'ar5iv',
  access: 'required',
  // ar5iv.org only redirects there, and would be one more host to ask permission for.
  matches: ['*://ar5iv.labs.arxiv.org/html/*'],
  classify,
  anchors: { 'h1.ltx_title_document': '2026-11-26' },
};

const HOST = 'ar5iv.labs.arxiv.org';

function classify(url: URL): UrlVerdict | null {
  const id = webHost(url) === HOST && /^\/html\/(.+)$/.exec(webPath(url))?.[1];
  const ref = arxivRef(id || '', 'html', 'ar5iv');
  return ref && { kind: 'paper', ref };
}

/** Reads what LaTeXML made; the URL has the id. */
export function read(page: Document): PaperMeta | null {
  const texts = readLatexml(page);
  const address = addressOf(page);
  const verdict = address === null ? null : classify(address);
  return texts === null ? null : { ...texts, ids: verdict?.ref.ids ?? {}, categories: [] };
}
