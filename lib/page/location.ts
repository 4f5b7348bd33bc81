import { SECOND } from '../model/dates';
import { own } from './dom';

/** If a page has not changed its title by then, it has the same title for both papers, or never changes it. */
export const SETTLED_MS = 3 * SECOND;

/**
 * What the reader left without a load, and when: ms on this page's clock. On the global object that only our
 * scripts share: the small script sees the first navigation, the large one reads.
 */
const shared = globalThis as { 'paperkin/left'?: { readonly title: string; readonly atMs: number } };

/**
 * Calls back whenever the page has gone on to another address without a load, hash changes included, and
 * remembers the tab's title: until it changes, the page speaks of what the reader left.
 *
 * A navigation that only begins (a `mailto:` link, a download) does not count, nor does leaving: the page may
 * come back from the back/forward cache as it was.
 */
export function watchLocation(callback: (url: URL) => void, signal: AbortSignal): void {
  let { href } = location;
  const look = (): void => {
    if (location.href === href) return;
    ({ href } = location);
    shared['paperkin/left'] = { title: own('title'), atMs: performance.now() };
    callback(new URL(href));
  };
  if (typeof globalThis.navigation?.addEventListener === 'function') {
    // Comes after the commit, unlike `navigate`.
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  // Firefox before 147 has no Navigation API, and does not show us the page's own `pushState`.
  const timer = setInterval(look, SECOND);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** True while the tab still has the title of what the reader left. */
export function isTabOfBefore(): boolean {
  const left = shared['paperkin/left'];
  return left !== undefined && left.title === own('title') && performance.now() - left.atMs < SETTLED_MS;
}
