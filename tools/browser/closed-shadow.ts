import type { CDPSession, Page } from 'playwright-core';
import { until } from './until';

/** The parts of a CDP `DOM.Node` that we read. */
interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** An element inside a closed shadow root, which page scripts and Playwright's locators cannot see. */
export interface HiddenElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text below it, white space collapsed. */
  readonly text: string;
  /** What a screen reader calls it: the label, else the text. */
  readonly name: string;
  readonly backendNodeId: number;
}

/**
 * All elements below `host` on a page, closed shadow roots included, in document order.
 *
 * @param host Tag name of the element that holds the shadow root.
 */
async function hiddenElements(page: Page, host: string): Promise<readonly HiddenElement[]> {
  return withSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found = descendants(root).find(({ nodeName }) => nodeName.toLowerCase() === host);
    if (found === undefined) return [];
    return descendants(found)
      .filter(({ nodeName }) => !nodeName.startsWith('#'))
      .slice(1)
      .map(hiddenElement);
  });
}

/**
 * Waits for an element in a closed shadow root and clicks its middle with the real mouse.
 *
 * Errors: an `Error` that lists what there was, when nothing matches.
 */
export async function clickHidden(
  page: Page,
  host: string,
  matches: (element: HiddenElement) => boolean,
): Promise<HiddenElement> {
  const element = await waitForHidden(page, host, matches);
  const { x, y } = await withSession(page, (session) => middleOf(session, element));
  await page.mouse.click(x, y);
  return element;
}

/** Waits for an element in a closed shadow root. */
export async function waitForHidden(
  page: Page,
  host: string,
  matches: (element: HiddenElement) => boolean,
): Promise<HiddenElement> {
  let elements: readonly HiddenElement[] = [];
  return until(
    async () => {
      elements = await hiddenElements(page, host);
      return elements.find(matches);
    },
    () => {
      const seen = elements.map(({ tag, name }) => `${tag} "${name.slice(0, 40)}"`).join(', ');
      return `Nothing matched inside <${host}> on ${page.url()}. There was: ${seen || 'nothing'}`;
    },
  );
}

async function middleOf(
  session: CDPSession,
  { backendNodeId }: HiddenElement,
): Promise<{ x: number; y: number }> {
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

async function withSession<T>(page: Page, run: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await run(session);
  } finally {
    await session.detach();
  }
}

function hiddenElement(node: DomNode): HiddenElement {
  const pairs = node.attributes ?? [];
  const attributes = new Map<string, string>();
  for (let index = 0; index < pairs.length; index += 2)
    attributes.set(pairs[index] ?? '', pairs[index + 1] ?? '');
  const text = descendants(node)
    .filter(({ nodeName }) => nodeName === '#text')
    .map(({ nodeValue }) => nodeValue)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = attributes.get('aria-label') ?? text;
  return { tag: node.nodeName.toLowerCase(), attributes, text, name, backendNodeId: node.backendNodeId };
}

function descendants(node: DomNode): readonly DomNode[] {
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  return [node, ...below.flatMap(descendants)];
}
