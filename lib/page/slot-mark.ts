import { own } from './own';

/** Our style sheet reserves places on the host that this attribute of `<html>` names, and on no others. */
const MARK = 'data-paperkin';

/** Reserves the annotation's place before the page is drawn. */
export function reserveSlot(): void {
  own('documentElement').setAttribute(MARK, location.hostname);
}

/** Lets the page be as if we were not there. */
export function releaseSlot(): void {
  own('documentElement').removeAttribute(MARK);
}
