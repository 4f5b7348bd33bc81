/**
 * The text of an element as a reader takes it in, with `\n` for line breaks and nowhere else; '' for null.
 *
 * Formulas come as TeX between dollar signs, whether MathML or what MathJax 2 made of them. Notes, numbers
 * and labels are left out.
 */
export function visibleText(node: Node | null): string {
  return node === null ? '' : textOf(node, 0);
}

/** Deeper than any head of a paper; a page that nests its elements deeper may want to exhaust the stack. */
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
