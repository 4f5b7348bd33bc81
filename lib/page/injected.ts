import type { ClassifiedPage } from '../model/paper/page';

/*
 * Functions that the worker runs in a page by `scripting.executeScript`, and what belongs to them. Such a
 * function stands alone: it may use nothing from outside itself.
 */

/** What the worker found out about a URL, for the annotating script that it sends next. */
export interface HandedPage {
  readonly url: string;
  readonly page: ClassifiedPage;
}

/**
 * Runs in the page: true when the page seems to declare itself a paper. Only a first look, before the
 * annotating script is loaded.
 *
 * Asks the prototype, because a page's `<form name="querySelector">` hides the method of the document itself.
 */
export function declaresPaper(): boolean {
  const find = (selector: string) => Document.prototype.querySelectorAll.call(document, selector);
  if (find('meta[name="citation_title" i], meta[property="citation_title" i]').length > 0) return true;
  return [...find('script[type="application/ld+json" i]')].some(({ textContent }) =>
    /"(?:Medical)?ScholarlyArticle"/.test((textContent ?? '').slice(0, 100_000)),
  );
}

/** Runs in the page: leaves what the worker knows on the global object that only our scripts share. */
export function handOver(handed: HandedPage): void {
  (globalThis as { 'paperkin/handed'?: HandedPage })['paperkin/handed'] = handed;
}

/**
 * What the worker handed over about exactly this URL; null when the reader has gone on since, or nothing
 * came.
 */
export function handedPage({ href }: URL): ClassifiedPage | null {
  const { 'paperkin/handed': handed } = globalThis as { 'paperkin/handed'?: HandedPage };
  return handed?.url === href ? handed.page : null;
}
