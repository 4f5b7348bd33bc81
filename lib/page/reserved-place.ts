import { findFirst } from '../sites/shared/find';
import type { Anchor, Site } from '../sites/types';
import { own } from './own';

/**
 * Our style sheet reserves places on pages of the site that this attribute of `<html>` names, and on no
 * others.
 */
const MARK = 'data-paperkin';

/** Reserves the annotation's place on a page of a site, before the page is drawn. */
export function reservePlace({ id, anchors }: Site): void {
  if (anchors.length > 0) own('documentElement').setAttribute(MARK, id);
}

/** Lets the page be as if we were not there. */
export function givePlaceBack(): void {
  own('documentElement').removeAttribute(MARK);
}

/**
 * The first anchor whose place our style sheet reserved at document start; null sends the annotation to the
 * edge.
 *
 * The style sheet marks what it reserves (`--paperkin-place`), so a page that changed its layout, or a
 * switched-off style sheet, never gets an annotation that moves its text.
 */
export function findReservedPlace(anchors: readonly Anchor[]): Element | null {
  for (const { selector } of anchors) {
    const found = findFirst(document, selector);
    if (
      found !== null &&
      getComputedStyle(found).getPropertyValue('--paperkin-place').trim() === 'reserved'
    ) {
      return found;
    }
  }
  return null;
}
