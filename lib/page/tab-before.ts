import { SECOND } from '../model/dates';
import { own } from './own';

/** A page that has not changed its title by then has the same title for both papers, or never changes it. */
export const SETTLED_MS = 3 * SECOND;

/** What the reader left without a load, and when. */
interface Left {
  readonly title: string;
  /** Ms on this page's clock. */
  readonly atMs: number;
}

/**
 * On the global object that only our scripts share: the small one sees the first navigation, the large one
 * reads.
 */
const shared = globalThis as { 'paperkin/left'?: Left };

/**
 * Remembers the tab's title at a navigation without a load: until it changes, the page speaks of what was
 * left.
 */
export function rememberTab(): void {
  shared['paperkin/left'] = { title: own('title'), atMs: performance.now() };
}

/** True while the page has still the title of what the reader left. */
export function isTabOfBefore(): boolean {
  const left = shared['paperkin/left'];
  return left !== undefined && left.title === own('title') && performance.now() - left.atMs < SETTLED_MS;
}
