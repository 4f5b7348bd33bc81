import { parseArxivId } from '../../../lib/model/paper/ids';
import { absPage } from '../pages/abs-page';
import { ARXIV_STYLE } from '../pages/arxiv-style';
import { fullTextPage } from '../pages/full-text-page';
import { pdfOf } from '../pages/pdf';
import { html, redirect } from '../responses';
import type { ReplayLibrary, ReplayPaper, ReplayResponse } from '../types';

const NOT_FOUND = html(
  '<!DOCTYPE html><html lang="en"><head><title>Article not found</title></head><body><main><h1>Article not found</h1></main></body></html>',
  404,
);

/** Plays arxiv.org: abstract, PDF and HTML pages of every known paper, and a home page. */
export function arxivSite(library: ReplayLibrary, url: URL): ReplayResponse {
  const [, view = '', rest = ''] = /^\/(abs|pdf|html)\/(.+)$/.exec(url.pathname) ?? [];
  if (view !== '') return paperView(library, view, decodeURIComponent(rest));
  // Recorded pages name the style sheet with version and date; its content is ours.
  if (url.pathname.endsWith('/arXiv.css')) {
    return { status: 200, headers: { 'content-type': 'text/css' }, body: ARXIV_STYLE };
  }
  if (url.pathname === '/') {
    return html(
      '<!DOCTYPE html><html lang="en"><head><title>arXiv.org e-Print archive</title></head><body><h1>arXiv</h1></body></html>',
    );
  }
  return NOT_FOUND;
}

function paperView(library: ReplayLibrary, view: string, rest: string): ReplayResponse {
  if (view !== 'html' && rest.endsWith('.pdf')) return redirect(`/${view}/${rest.slice(0, -'.pdf'.length)}`);
  const reference = parseArxivId(rest);
  const paper = reference === null ? null : library.paper(reference.id);
  if (reference === null || paper === null) return NOT_FOUND;
  if (reference.version !== undefined && reference.version > paper.version) return NOT_FOUND;
  const written = rest.replace(/^arxiv:/i, '');
  if (view === 'pdf') return pdf(paper);
  if (written !== rest) return redirect(`/${view}/${written}`);
  if (view === 'html')
    return html(fullTextPage(paper, reference.version ?? paper.version), 200, canonical('html', paper));
  return html(absPage(paper, reference.version), 200, {
    'content-security-policy': "frame-ancestors 'none'",
    'x-frame-options': 'SAMEORIGIN',
  });
}

function pdf(paper: ReplayPaper): ReplayResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/pdf', ...canonical('pdf', paper) },
    body: pdfOf(paper),
  };
}

function canonical(view: string, paper: ReplayPaper): Record<string, string> {
  return { link: `<https://arxiv.org/${view}/${paper.id}>; rel='canonical'` };
}
