const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const AUTHORS = 10_000;

/** Meta tags on the page: the authors, and title, DOI, abstract and description. */
export const HOSTILE_TAGS = AUTHORS + 4;
/** The page's policy allows only its own script, by its nonce. */
export const HOSTILE_CSP = "default-src 'none'; script-src 'nonce-own'; frame-src 'none'";
export const HOSTILE_TITLE = `Coding agents ${MARKUP} that explore repositories`;

/**
 * A paper page that does its worst: markup in its title, a meta tag of 1 MB, 10,000 authors, JSON-LD that
 * goes round in circles, elements with the names of the document's own members, a tab title that never
 * rests.
 *
 * With `removesOurElement` it also removes our annotation, and counts in `window.removals` how often.
 */
export function hostilePage({ removesOurElement = false } = {}): string {
  const authors = Array.from(
    { length: AUTHORS },
    (_, index) => `<meta name="citation_author" content="Author${index}, First">`,
  );
  const circle = {
    '@context': 'https://schema.org',
    '@id': '#a',
    '@type': 'ScholarlyArticle',
    isPartOf: { '@id': '#b', hasPart: { '@id': '#a' } },
  };
  return `<!doctype html><html><head>
<title>Agents</title>
<meta name="citation_title" content="${escape(HOSTILE_TITLE)}">
${authors.join('\n')}
<meta name="citation_doi" content="10.5555/hostile.1">
<meta name="citation_abstract" content="We study coding agents. ${'explore repositories \\frac{a}{b} $x_1$ '.repeat(26_000)}">
<meta name="description" content="${'x'.repeat(1_000_000)}">
<script type="application/ld+json">${JSON.stringify(circle)}</script>
<script type="application/ld+json">${'['.repeat(20_000)}</script>
</head><body>
<form name="querySelector"></form><form name="querySelectorAll"></form><img name="createElement"><img name="documentElement">
<img name="addEventListener"><img name="readyState"><img name="body"><img name="title"><form name="dispatchEvent"></form>
<h1>Agents</h1><p id="clicked">0</p>
<script nonce="own">
  let count = 0;
  const root = Document.prototype.__lookupGetter__('documentElement').call(document);
  const byId = (id) => Document.prototype.getElementById.call(document, id);
  const title = Document.prototype.__lookupSetter__('title');
  setInterval(() => title.call(document, 'Agents ' + count++), 10);
  byId('clicked').addEventListener('click', () => { byId('clicked').textContent = '1'; });
  window.removals = 0;
  if (${removesOurElement}) new MutationObserver(() => {
    for (const element of root.querySelectorAll('paperkin-annotation')) { element.remove(); window.removals++; }
  }).observe(root, { childList: true, subtree: true });
</script></body></html>`;
}
