/** What jsdom keeps behind an object, as far as it is used here. */
interface Internals {
  isTrusted: boolean;
  _dispatch(event: Internals): void;
}

/** Dispatches an event as the browser does for a person: `isTrusted` is true. For jsdom only. */
export function dispatchTrusted(target: EventTarget, event: Event): void {
  const inner = internalsOf(event);
  inner.isTrusted = true;
  internalsOf(target)._dispatch(inner);
}

/** A person's click. */
export function clickTrusted(target: EventTarget): void {
  dispatchTrusted(target, new MouseEvent('click', { bubbles: true, cancelable: true }));
}

function internalsOf(object: object): Internals {
  const key = Object.getOwnPropertySymbols(object).find(({ description }) => description === 'impl');
  if (key === undefined) throw new Error('Not an object of jsdom');
  return (object as Record<symbol, Internals>)[key] as Internals; // Found above.
}
