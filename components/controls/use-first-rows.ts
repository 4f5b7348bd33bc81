import { useDeferredValue } from 'react';

/** More than a screen of the popup or the sidebar. */
const FIRST_ROWS = 8;

/** The rows of a list: at first those on screen, so that they are drawn sooner, and in the next step all. */
export function useFirstRows<T>(items: readonly T[]): readonly T[] {
  return useDeferredValue(items, items.slice(0, FIRST_ROWS));
}
