import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Annotation } from '../../../lib/messages/protocol';

/** What the worker says of a paper with related ones. */
export const ANNOTATION: Annotation = {
  state: 'ready',
  topics: [],
  relatedCount: 7,
  isSaved: false,
  panelToken: 'one',
};

/** Takes the place of the worker: gets every message, and gives no answer until it is told one. */
export function fakeWorker() {
  const worker = vi.fn<(message: unknown) => Promise<unknown>>();
  const send = vi.spyOn(browser.runtime, 'sendMessage');
  send.mockImplementation((message: unknown): never => worker(message) as never); // The polyfill’s type says void.
  return worker;
}

/** A page that goes on to other addresses without a load. */
export function fakeNavigation(start: string) {
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  // jsdom's address cannot leave its host: what the page's `location` says is enough.
  vi.stubGlobal('location', new URL(start));
  return (url: string): void => {
    vi.stubGlobal('location', new URL(url));
    navigation.dispatchEvent(new Event('currententrychange'));
  };
}

/** Remembers the shadow roots made from now on, closed ones included: the last one made for a tag. */
export function watchShadowRoots(): (tag: string) => ShadowRoot {
  const roots = new Map<string, ShadowRoot>();
  // oxlint-disable-next-line typescript/unbound-method -- We call it with the `this` that it gets.
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.set(this.localName, root);
    return root;
  });
  return (tag) => {
    const root = roots.get(tag);
    if (root === undefined) throw new Error(`No <${tag}> has a shadow root`);
    return root;
  };
}

/** What jsdom keeps behind an object, as far as we use it. */
interface Internals {
  isTrusted: boolean;
  _dispatch(event: Internals): void;
}

/** Dispatches an event as if a person caused it: `isTrusted` is true. For jsdom only. */
export function dispatchTrusted(target: EventTarget, event: Event): void {
  const inner = internalsOf(event);
  inner.isTrusted = true;
  internalsOf(target)._dispatch(inner);
}

/** A person's click. */
export function clickTrusted(target: EventTarget): void {
  dispatchTrusted(target, new MouseEvent('click', { bubbles: true, cancelable: true }));
}

function internalsOf(object: object): Internals {
  const key = Object.getOwnPropertySymbols(object).find(({ description }) => description === 'impl');
  if (key === undefined) throw new Error('Not an object of jsdom');
  return (object as Record<symbol, Internals>)[key] as Internals; // Found above.
}
