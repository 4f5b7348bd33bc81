import { SaxesParser } from 'saxes';
import { ParseError } from '../errors';
import { collapseSpace } from '../text/plain';

/** One element of a parsed document. */
export interface XmlElement {
  /** Local name; `arxiv:` or `dc:` before it for the two vocabularies whose names clash with the feed's own. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://arxiv.org/schemas/atom', 'arxiv:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
]);

/** Feeds nest six deep. saxes looks up a prefix along the whole depth, so deep nonsense would take minutes. */
const MAX_DEPTH = 100;

/**
 * Parses a whole XML document, strictly: we never read half a feed that was cut off.
 *
 * A worker has no DOMParser. saxes expands no entities of a document type, so no small text can grow.
 *
 * Errors: `ParseError` for anything that is not well-formed, or nested more than a hundred deep.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root = openElement('', {});
  const open = [root];

  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.values(attributes).map(({ local: name, value }) => [name, value] as const);
    const element = openElement((PREFIXES.get(uri) ?? '') + local, Object.fromEntries(values));
    open.at(-1)?.children.push(element); // `open` always holds the root.
    open.push(element);
    if (open.length > MAX_DEPTH) throw new ParseError(`Expected a feed, got elements ${MAX_DEPTH} deep`);
  });
  parser.on('closetag', () => open.pop());
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  try {
    parser.write(wellFormed(text)).close();
  } catch (error) {
    throw new ParseError(`Expected XML: ${String(error)}`, { cause: error });
  }
  const [document] = root.children;
  if (document === undefined) throw new ParseError('Expected XML, got no element');
  return document;
}

/** The first child of that name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** All children of that name. */
export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** The text of the first child of that name, white space collapsed; absent when there is none. */
export function childText(element: XmlElement, name: string): string | undefined {
  const text = collapseSpace(child(element, name)?.text ?? '');
  return text === '' ? undefined : text;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

function openElement(name: string, attributes: Readonly<Record<string, string>>): OpenElement {
  return { name, attributes, children: [], text: '' };
}

/** Without the control characters that XML forbids: one in an abstract must not cost us the day. */
function wellFormed(text: string): string {
  // oxlint-disable-next-line no-control-regex -- Control characters are what is looked for.
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').trimStart();
}
