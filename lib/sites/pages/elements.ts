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

/**
 * The text of an element as a reader sees it, with `\n` for line breaks only; '' for null.
 *
 * Gives formulas as TeX between dollar signs, whether they are MathML or drawn by MathJax 2. Leaves out
 * notes, numbers and labels.
 */
export function visibleText(node: Node | null): string {
  return node === null ? '' : textOf(node, 0);
}

/** No head of a paper is nested deeper; a page that is may want to exhaust our stack. */
const MAX_DEPTH = 100;

function textOf(node: Node, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (node.nodeType === TEXT) return (node.nodeValue ?? '').replace(/[\t\n\r ]+/g, ' ');
  if (!isElement(node)) return '';
  const tag = node.localName;
  if (tag === 'br') return '\n';
  if (tag === 'math') return `$${node.getAttribute('alttext') ?? ''}$`;
  if (tag === 'script')
    return (node.getAttribute('type') ?? '').startsWith('math/tex') ? `$${node.textContent}$` : '';
  if (LEFT_OUT.test(node.getAttribute('class') ?? '')) return '';
  return [...node.childNodes].map((child) => textOf(child, depth + 1)).join('');
}

const TEXT = 3;
const ELEMENT = 1;

/** Classes of LaTeXML's notes and numbers, arXiv's labels ("Abstract:") and MathJax's drawings. */
const LEFT_OUT = /\b(?:ltx_(?:note|tag|ERROR|author_notes)|descriptor|MathJax(?:_\w+)?)\b/;

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}
