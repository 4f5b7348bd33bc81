import { own } from './dom';

/** Our style sheet reserves slots on the host that this attribute of `<html>` names, and on no others. */
const MARK = 'data-paperkin';

/** If a page keeps removing our element after this many returns, it means to. */
const MAX_RETURNS = 5;

/** Reserves the annotation's slot before the page is drawn. */
export function reserveSlot(): void {
  own('documentElement').setAttribute(MARK, location.hostname);
}

/** Gives the slot back: the page is as if we were not there. */
export function releaseSlot(): void {
  own('documentElement').removeAttribute(MARK);
}

/**
 * Finds the first anchor whose slot our style sheet reserved at document start; null sends the annotation to
 * the edge.
 *
 * The style sheet marks what it reserves (`--paperkin-slot`). So the annotation never moves the text of a
 * page that changed its layout, or whose style sheet is switched off.
 */
export function findReservedSlot(anchors: readonly string[]): Element | null {
  for (const selector of anchors) {
    const found = own('querySelector')(selector);
    if (found !== null && getComputedStyle(found).getPropertyValue('--paperkin-slot').trim() === 'reserved') {
      return found;
    }
  }
  return null;
}

/**
 * Keeps an element in the page: if the page removes it, we re-insert it, up to five times.
 *
 * @param slot Finds where it belongs now; null when there is no such slot any more.
 */
export function keepInSlot(host: Element, slot: () => Element | null, signal: AbortSignal): void {
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected) return;
    const parent = returns < MAX_RETURNS ? slot() : null;
    if (parent === null) return observer.disconnect();
    returns += 1;
    parent.append(host);
    observeParents();
  });

  /** The element goes when it, or anything around it, is taken out: watching those child lists is enough. */
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
