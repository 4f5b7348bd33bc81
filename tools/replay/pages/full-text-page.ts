import { escapeMarkup } from '../responses';
import type { ReplayPaper } from '../types';

/**
 * A full text as LaTeXML writes it for `arxiv.org/html`: no citation tags at all, id and version only in the
 * watermark and the header link.
 *
 * @param version The version that is shown.
 */
export function fullTextPage(paper: ReplayPaper, version: number): string {
  const title = escapeMarkup(paper.title);
  const day = new Date(`${paper.publishedOn}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return `<!DOCTYPE html><html lang="en" data-theme="light">
<head>
<meta http-equiv="content-type" content="text/html; charset=UTF-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
<style>body{margin:0;font:17px/1.6 Georgia,"Times New Roman",serif;color:#1c1a17}.arxiv-html-header{background:#b31b1b;padding:10px 24px;display:flex;gap:20px}.arxiv-html-header a{color:#fff}.ltx_page_main{max-width:46rem;margin:0 auto;padding:24px}.ltx_title_document{font-size:28px;line-height:1.25}.ltx_authors{margin:0 0 20px}.ltx_abstract{border-left:3px solid #ddd;padding-left:18px}#watermark-tr{color:#888;font-size:13px}</style>
</head>
<body>
<header class="arxiv-html-header">
  <div class="html-header-logo"><a href="/">arXiv</a></div>
  <nav class="html-header-nav"><a class="header-button" href="/abs/${paper.id}v${version}">Back to abstract page</a> <a class="header-button" href="/pdf/${paper.id}v${version}">Download PDF</a></nav>
</header>
<div class="ltx_page_main">
<div class="ltx_page_content"><div id="target-section" class="section"><div id="watermark-tr">arXiv:${paper.id}v${version} [${paper.categories[0] ?? ''}] ${day}</div></div>
<article class="ltx_document ltx_authors_1line">
<h1 class="ltx_title ltx_title_document">${title}</h1>
<div class="ltx_authors">
${paper.authors.map((author) => `<span class="ltx_creator ltx_role_author"><span class="ltx_personname">${escapeMarkup(author)}</span></span>`).join('\n')}
</div>
<div class="ltx_abstract">
<h6 class="ltx_title ltx_title_abstract">Abstract</h6>
<p id="id1.1" class="ltx_p">${escapeMarkup(paper.abstract)}</p>
</div>
<section id="S1" class="ltx_section">
<h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">1 </span>Introduction</h2>
<div id="S1.p1" class="ltx_para"><p class="ltx_p">This page stands in for the full text, which the replay server does not have.</p></div>
</section>
</article>
</div>
</div>
</body>
</html>
`;
}
