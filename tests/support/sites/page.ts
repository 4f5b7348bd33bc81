import { JSDOM, VirtualConsole } from 'jsdom';

const window = new JSDOM('').window;

/** A page as readers get it: no script runs, no style is read. */
export function pageOf(html: string, url = 'https://example.org/'): Document {
  return new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document;
}

/** As `pageOf`, ten times faster, without an address of its own. For many real pages. */
export function parsePage(html: string): Document {
  return new window.DOMParser().parseFromString(html, 'text/html');
}
