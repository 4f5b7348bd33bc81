import { collapseSpace } from '../../text/plain';

/**
 * All elements of a page that match, in document order.
 *
 * Asks the page's prototype: `<form name="querySelectorAll">` hides the method of a document itself.
 */
export function findAll(page: Document, selector: string): readonly Element[] {
  return [...builtInsOf(page).querySelectorAll.call(page, selector)];
}

/** The first element of a page that matches, or null; safe in the same way. */
export function findFirst(page: Document, selector: string): Element | null {
  return builtInsOf(page).querySelector.call(page, selector);
}

/** The words of the first element that matches, '' when there is none. */
export function textOfFirst(page: Document, selector: string): string {
  return collapseSpace(findFirst(page, selector)?.textContent ?? '');
}

/** The address of a page; null when it has none, or none that can be parsed. */
export function addressOf(page: Document): URL | null {
  const address: unknown = Reflect.get(builtInsOf(page), 'URL', page);
  return typeof address === 'string' && URL.canParse(address) ? new URL(address) : null;
}

function builtInsOf(page: Document): Document {
  const prototype: Document = Object.getPrototypeOf(page);
  return prototype;
}
