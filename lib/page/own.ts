/**
 * A member of the document itself: elements with a name (`<img name="createElement">`) hide it from
 * `document.createElement`, for our scripts too. Methods come bound.
 */
export function own<K extends keyof Document>(name: K): Document[K] {
  const member: unknown = Reflect.get(Document.prototype, name, document);
  return (typeof member === 'function' ? member.bind(document) : member) as Document[K]; // Found by that very name.
}
