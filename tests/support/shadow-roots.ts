import { vi } from 'vitest';

/** Remembers the shadow roots made from now on, closed ones included: the last one made for a tag. */
export function watchShadowRoots(): (tag: string) => ShadowRoot {
  const roots = new Map<string, ShadowRoot>();
  // oxlint-disable-next-line typescript/unbound-method -- It is called with the `this` that it then gets.
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.set(this.localName, root);
    return root;
  });
  return (tag) => {
    const root = roots.get(tag);
    if (root === undefined) throw new Error(`No <${tag}> has a shadow root`);
    return root;
  };
}
