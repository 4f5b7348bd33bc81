import { html } from './responses';
import type { ReplayLibrary, ReplayResponse } from './types';

/** A library with more pages, by their full URLs; they go before its own. */
export function withPages(
  library: ReplayLibrary,
  pages: Readonly<Record<string, ReplayResponse | string>>,
): ReplayLibrary {
  return {
    ...library,
    page: (url) => {
      const own = pages[url];
      return own === undefined ? library.page(url) : typeof own === 'string' ? html(own) : own;
    },
  };
}
