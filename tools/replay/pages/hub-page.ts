import { escapeMarkup } from '../responses';
import type { ReplayPaper } from '../types';

const STYLE = `body{margin:0;font:16px/1.6 "Source Sans Pro",system-ui,sans-serif;color:#1f2937}header{border-bottom:1px solid #e5e7eb;padding:12px 24px;font-weight:bold}main{max-width:62rem;margin:0 auto;padding:28px 24px}h1{font-size:28px;line-height:1.25}h2{font-size:20px}.authors{color:#6b7280;font-size:15px}a{color:#2563eb}`;

/** A paper page of the Hub: `<title>Paper page - …</title>`, heading, authors, abstract, links to arXiv. */
export function hubPaperPage(paper: ReplayPaper): string {
  const title = escapeMarkup(paper.title);
  const authors = paper.authors
    .map((author) => `<span class="author"><button type="button">${escapeMarkup(author)}</button></span>`)
    .join(', ');
  return `<!doctype html>
<html class="">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1.0" />
		<meta name="description" content="Join the discussion on this paper page" />
		<meta property="og:title" content="Paper page - ${title}" />
		<meta property="og:type" content="website" />
		<meta property="og:url" content="https://huggingface.co/papers/${paper.id}" />
		<link rel="canonical" href="https://huggingface.co/papers/${paper.id}" />
		<title>Paper page - ${title}</title>
		<style>${STYLE}</style>
	</head>
	<body>
		<header><a href="/">Hugging Face</a> · <a href="/papers">Papers</a> · arxiv:${paper.id}</header>
		<main>
			<section class="pt-8">
				<h1 class="mb-2 text-2xl font-semibold">${title}</h1>
				<div class="mb-6 text-sm text-gray-500">Published on ${paper.publishedOn}</div>
				<div class="authors">Authors: ${authors}</div>
				<div class="pb-8">
					<h2 class="pb-1 font-semibold">Abstract</h2>
					<p class="text-gray-600">${escapeMarkup(paper.abstract)}</p>
				</div>
				<a class="btn" href="https://arxiv.org/abs/${paper.id}">View arXiv page</a>
				<a class="btn" href="https://arxiv.org/pdf/${paper.id}">View PDF</a>
			</section>
		</main>
	</body>
</html>
`;
}

/** The Hub's list of one day. */
export function hubPapersPage(date: string, papers: readonly ReplayPaper[]): string {
  const articles = papers
    .map(({ id, title }) => `<article><h3><a href="/papers/${id}">${escapeMarkup(title)}</a></h3></article>`)
    .join('\n');
  return `<!doctype html><html><head><meta charset="utf-8" /><title>Daily Papers - Hugging Face</title><style>${STYLE}</style></head><body><main><h1>Daily Papers</h1><p>${date}</p>${articles}</main></body></html>`;
}
