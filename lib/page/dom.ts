/**
 * A member of the document itself: elements with a name (`<img name="createElement">`) hide it from
 * `document.createElement`, for our scripts too. Methods come bound.
 */
export function own<K extends keyof Document>(name: K): Document[K] {
  const member: unknown = Reflect.get(Document.prototype, name, document);
  return (typeof member === 'function' ? member.bind(document) : member) as Document[K]; // Found by that very name.
}

/** Makes an element with attributes and children. Text only: nothing is ever parsed as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = own('createElement')(tag) as HTMLElementTagNameMap[K]; // Made by that very name.
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Makes a host element with a closed shadow root: the page can neither read nor style what is inside. */
export function shadowHost(
  tag: string,
  css: string,
): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = own('createElement')(tag);
  const root = host.attachShadow({ mode: 'closed' });
  const style = element('style', {}, css);
  root.append(style);
  return { host, root };
}

/** Listens to clicks of a person: the page can dispatch events at our host, but not trusted ones. */
export function onClick(button: HTMLElement, action: () => void, signal: AbortSignal): void {
  const listener = (event: MouseEvent): void => {
    if (event.isTrusted) action();
  };
  button.addEventListener('click', listener, { signal });
}
