/**
 * True when a page seems to declare itself a paper: only a first look, before the whole adapter is loaded.
 *
 * Stands alone, without imports: it is also sent into a page by `scripting.executeScript`. Asks the
 * prototype, because a page's `<form name="querySelector">` hides the method of the document itself.
 */
export function declaresPaper(): boolean {
  const find = (selector: string) => Document.prototype.querySelectorAll.call(document, selector);
  if (find('meta[name="citation_title" i], meta[property="citation_title" i]').length > 0) return true;
  return [...find('script[type="application/ld+json" i]')].some(({ textContent }) =>
    /"(?:Medical)?ScholarlyArticle"/.test((textContent ?? '').slice(0, 100_000)),
  );
}
