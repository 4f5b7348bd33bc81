import { own } from './own';

/** Pages that render anew take our element away by accident, a few times; one that goes on means it. */
const MAX_RETURNS = 5;

/**
 * Puts an element back when the page has taken it away, a few times; then gives up.
 *
 * @param place Where it belongs now; null when there is no such place any more.
 */
export function keepInPage(host: Element, slot: () => Element | null, signal: AbortSignal): void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    const parent = returns < MAX_RETURNS ? slot() : null;
    if (parent === null) return observer.disconnect();
    returns += 1;
    parent.append(host);
    observeParents();
  });

  /** The element goes when it, or anything around it, is taken out: only their child lists are watched. */
  function observeParents(): void {
    observer.disconnect();
    for (let node = host.parentNode; node !== null; node = node.parentNode) {
      observer.observe(node, { childList: true });
    }
    observer.observe(own('documentElement'), { childList: true });
  }

  observeParents();
  signal.addEventListener('abort', () => observer.disconnect());
}
