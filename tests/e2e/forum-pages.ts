import type { ReplayPaper } from '../../tools/replay/types';

type ForumPaper = Pick<ReplayPaper, 'abstract' | 'id' | 'title'>;

export const FORUM_PAPERS: readonly ForumPaper[] = [
  {
    id: 'aaaaaaaaaa',
    title: 'Exploring repositories with coding agents before the first edit',
    abstract:
      'Coding agents explore an unfamiliar repository before they edit it. We ask which files they open and how repository exploration predicts whether an issue is resolved.',
  },
  {
    id: 'bbbbbbbbbb',
    title: 'Speech recognition with small language models',
    abstract:
      'We study speech recognition with small language models on low-resource languages, and how much data a speech encoder needs.',
  },
];

/** The head of a page, as https://openreview.net serves it (openreview-web 2b312cc6, 2026-08-20). */
function headOf({ id, title, abstract }: ForumPaper): string {
  return [
    `<title>${title} | OpenReview</title>`,
    `<meta name="citation_title" content="${title}">`,
    `<meta name="citation_author" content="First Author">`,
    `<meta name="citation_online_date" content="2026/06/01">`,
    `<meta name="citation_pdf_url" content="https://openreview.net/pdf?id=${id}">`,
    `<meta name="citation_abstract" content="${abstract}">`,
  ].join('');
}

/**
 * An imitation of OpenReview's single-page application: links change address and body at once, and the head
 * 400 ms later.
 */
function forumPage(shown: ForumPaper | null): string {
  const heads = Object.fromEntries(FORUM_PAPERS.map((paper) => [paper.id, headOf(paper)]));
  const titles = Object.fromEntries(FORUM_PAPERS.map(({ id, title }) => [id, title]));
  return `<!doctype html><html lang="en"><head>${shown === null ? '<title>Venue | OpenReview</title>' : headOf(shown)}</head>
<body><nav><a id="home" href="/group?id=Venue">Venue</a> ${FORUM_PAPERS.map(({ id }) => `<a id="${id}" href="/forum?id=${id}">${id}</a>`).join(' ')}</nav>
<main><h2 class="citation_title">${shown?.title ?? 'Venue'}</h2></main>
<script>
const heads = ${JSON.stringify(heads)}, titles = ${JSON.stringify(titles)};
function draw() {
  const id = new URL(location.href).searchParams.get('id');
  document.querySelector('main').innerHTML = '<h2 class="citation_title"></h2>';
  document.querySelector('h2').textContent = titles[id] ?? 'Venue';
  setTimeout(() => { document.head.innerHTML = heads[id] ?? '<title>Venue | OpenReview</title>'; }, 400);
}
document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  draw();
});
addEventListener('popstate', draw);
</script></body></html>`;
}

/** The forum's pages by address, its listing included. */
export function forumPages(): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['https://openreview.net/group?id=Venue', forumPage(null)],
    ...FORUM_PAPERS.map((paper) => [`https://openreview.net/forum?id=${paper.id}`, forumPage(paper)]),
  ]);
}
