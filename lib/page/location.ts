import { SECOND } from '../model/dates';

/**
 * Calls back whenever the page has really gone on to another address without a load, hash changes included.
 *
 * Not for what only begins as a navigation (a `mailto:` link, a download), and not for leaving: the page that
 * the reader leaves may come back from the back/forward cache as it was.
 */
export function watchLocation(callback: (url: URL) => void, signal: AbortSignal): void {
  let { href } = location;
  const look = (): void => {
    if (location.href === href) return;
    ({ href } = location);
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
