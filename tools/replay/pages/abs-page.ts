import { escapeMarkup } from '../responses';
import type { ReplayPaper } from '../types';
import { categoryHeading, categoryLabel } from './categories';

/**
 * An abstract page in the structure that arXiv's own templates give it.
 *
 * Source: arXiv/arxiv-browse, `browse/templates/abs/abs.html` (2026-06): order and attributes of the meta
 * tags, the six `h1`, the descriptors inside title and abstract.
 *
 * @param requestedVersion The version in the URL, if any: only then is it in the page's title.
 */
export function absPage(paper: ReplayPaper, requestedVersion: number | undefined): string {
  const version = requestedVersion ?? paper.version;
  const title = escapeMarkup(paper.title);
  const requested = requestedVersion === undefined ? paper.id : `${paper.id}v${requestedVersion}`;
  return `<!DOCTYPE html>
<html lang="en">

<head>  <title>[${requested}] ${title}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" type="text/css" media="screen" href="/static/browse/0.3.4/css/arXiv.css?v=20260318" />
  <link rel="canonical" href="https://arxiv.org/abs/${paper.id}"/>
  <meta name="description" content="Abstract page for arXiv paper ${requested}: ${title}"><meta property="og:type" content="website" />
<meta property="og:site_name" content="arXiv.org" />
<meta property="og:title" content="${title}" />
<meta property="og:url" content="https://arxiv.org/abs/${paper.id}v${version}" />
<meta property="og:description" content="${escapeMarkup(paper.abstract)}"/>
${citationTags(paper, version)}
</head>

<body ><div class="flex-wrap-footer">
    <a href="#content" class="ds-skip-link">Skip to main content</a>
<header class="ds-site-header">
  <a href="https://arxiv.org/" class="ds-site-header-logo" aria-label="archive home">arXiv</a>
  <nav class="ds-site-header-nav" id="ds-site-header-nav" aria-label="Main navigation"><a href="https://arxiv.org/search">Search</a>
    <a href="https://arxiv.org/user/create">Submit</a>
    <a href="https://arxiv.org/login" class="ds-site-header-login">Log in</a>
  </nav>
</header>
    <main>
      <div id="content">
<div id="abs-outer">

  <div class="leftcolumn">
    <div class="subheader">
      <h1>${escapeMarkup(categoryHeading(paper.categories[0] ?? ''))}</h1>
    </div>

    <div class="header-breadcrumbs-mobile">
      <strong>arXiv:${requested}</strong> (cs)
    </div>
${leftColumn(paper, version)}
  </div>
  <!--end leftcolumn-->
${rightColumn(paper, requested)}
</div>
      </div>
    </main>
<footer class="ds-site-footer">A replay of an abstract page, drawn by Paperkin's demo. Nothing on it comes from arXiv.</footer>  </div>
</body>

</html>
`;
}

function citationTags(paper: ReplayPaper, version: number): string {
  const first = paper.publishedOn.replaceAll('-', '/');
  const tags: readonly (readonly [string, string])[] = [
    ['title', paper.title],
    ...paper.authors.map((author): [string, string] => ['author', lastNameFirst(author)]),
    ['date', first],
    ['online_date', version === 1 ? first : versionDay(paper, version).replaceAll('-', '/')],
    ['pdf_url', `https://arxiv.org/pdf/${paper.id}`],
    ['arxiv_id', paper.id],
    ['abstract', paper.abstract],
  ];
  return tags
    .map(([name, content]) => `<meta name="citation_${name}" content="${escapeMarkup(content)}" />`)
    .join('');
}

function leftColumn(paper: ReplayPaper, version: number): string {
  const { id } = paper;
  const authors = paper.authors.map(authorLink).join(', ');
  const [primary = '', ...others] = paper.categories;
  const otherSubjects = others.map((category) => `; ${escapeMarkup(categoryLabel(category))}`).join('');
  return `<div id="content-inner">
  <div id="abs">
    <div class="dateline">
  [Submitted on ${longDate(paper.publishedOn)}${version === 1 ? '' : ` (<a href="https://arxiv.org/abs/${id}v1">v1</a>), last revised ${longDate(versionDay(paper, version))} (this version, v${version})`}]</div>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${escapeMarkup(paper.title)}</h1>
    <div class="authors"><span class="descriptor">Authors:</span>${authors}</div>
    <a class="mobile-submission-download" href="/pdf/${id}">View PDF</a>

    <blockquote class="abstract mathjax">
            <span class="descriptor">Abstract:</span>  ${escapeMarkup(paper.abstract)}
    </blockquote>

    <!--CONTEXT-->
    <div class="metatable">
      <table summary="Additional metadata"><tr>
          <td class="tablecell label">Subjects:</td>
          <td class="tablecell subjects">
            <span class="primary-subject">${escapeMarkup(categoryLabel(primary))}</span>${otherSubjects}</td>
        </tr><tr>
          <td class="tablecell label">Cite as:</td>
          <td class="tablecell arxivid"><span class="arxivid"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a> [${primary}]</span></td>
        </tr>
        <tr>
          <td class="tablecell label">&nbsp;</td>
          <td class="tablecell arxividv">(or <span class="arxivid">
              <a href="https://arxiv.org/abs/${id}v${version}">arXiv:${id}v${version}</a> [${primary}]</span> for this version)
          </td>
        </tr>
        <tr>
          <td class="tablecell label">&nbsp;</td>
          <td class="tablecell arxivdoi">              <a href="https://doi.org/10.48550/arXiv.${id}" id="arxiv-doi-link">https://doi.org/10.48550/arXiv.${id}</a></td>
        </tr></table>
    </div>
  </div>
</div>
    <div class="submission-history">
      <h2>Submission history</h2> From: ${escapeMarkup(paper.authors[0] ?? '')}<br/>${history(paper, version)}
</div>`;
}

function rightColumn(paper: ReplayPaper, requested: string): string {
  return `<div class="extra-services">    <div class="full-text">
      <a name="other"></a>
      <span class="descriptor">Full-text links:</span>
      <h2>Access Paper:</h2>
      <ul>
<li><a href="/pdf/${requested}" accesskey="f" class="abs-button download-pdf">View PDF</a></li><li><a href="https://arxiv.org/html/${requested}" class="abs-button" id="latexml-download-link">HTML (experimental)</a></li><li><a href="/src/${requested}" class="abs-button download-eprint">TeX Source</a></li></ul>
      <div class="abs-license"><a href="http://creativecommons.org/licenses/by/4.0/">view license</a></div>
    </div>
    <!--end full-text-->    <div class="browse">
    <h3 class="browse-context-heading">Current browse context:</h3>
  <div class="current">${paper.categories[0] ?? ''}</div>
    </div>
      <div class="extra-ref-cite">
        <h3>References &amp; Citations</h3>
        <ul>
          <li><a class="abs-button abs-button-small cite-google-scholar" href="https://scholar.google.com/scholar_lookup?arxiv_id=${paper.id}">Google Scholar</a></li>
        </ul>
      </div>
  </div>
  <!--end extra-services-->`;
}

function history(paper: ReplayPaper, shown: number): string {
  return Array.from({ length: paper.version }, (_, index) => {
    const version = index + 1;
    const label =
      version === shown
        ? `[v${version}]`
        : `<a href="/abs/${paper.id}v${version}" rel="nofollow">[v${version}]</a>`;
    return `            <strong>${label}</strong>\n        ${longDate(versionDay(paper, version))} 09:00:00 UTC (120 KB)<br/>`;
  }).join('\n');
}

/** Versions come a week apart. */
function versionDay(paper: ReplayPaper, version: number): string {
  return new Date(Date.parse(paper.publishedOn) + (version - 1) * 7 * 86_400_000).toISOString().slice(0, 10);
}

function longDate(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const month = date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' });
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

function authorLink(author: string): string {
  const query = encodeURIComponent(lastNameFirst(author)).replaceAll('%20', '+');
  return `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${query}" rel="nofollow">${escapeMarkup(author)}</a>`;
}

function lastNameFirst(author: string): string {
  const words = author.split(' ');
  const last = words.at(-1) ?? '';
  return words.length < 2 ? author : `${last}, ${words.slice(0, -1).join(' ')}`;
}
