/**
 * A web address out of an untrusted field, in normal form; null for any other scheme or text.
 *
 * Stray white space is dropped (line breaks inside included, as browsers do), and so is an address that
 * carries a user name: those only serve to disguise where a link goes.
 */
export function parseWebLink(text: string, schemes: readonly string[] = ['https:', 'http:']): string | null {
  const address = text.trim();
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return schemes.includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
}
