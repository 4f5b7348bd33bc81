import { findFirst } from '../sites/shared/find';

/**
 * The first anchor whose place our style sheet reserved at document start; null sends the annotation to the
 * edge.
 *
 * The style sheet marks what it reserves (`--paperkin-place`), so a page that changed its layout, or a
 * switched-off style sheet, never gets an annotation that moves its text.
 */
export function findReservedSlot(anchors: readonly string[]): Element | null {
  for (const selector of anchors) {
    const found = findFirst(document, selector);
    if (found !== null && getComputedStyle(found).getPropertyValue('--paperkin-slot').trim() === 'reserved') {
      return found;
    }
  }
  return null;
}
