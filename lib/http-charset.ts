const BROKEN = /\uFFFD/g;
// oxlint-disable-next-line no-control-regex -- ASCII is what is not counted.
const FOREIGN = /[^\u0000-\u007F\uFFFD]/g;

/**
 * The text of a body, whatever its header says of the charset.
 *
 * JSON and arXiv's feeds are UTF-8, so that is tried first. Bytes that are not are read as the header says,
 * and, where it lies, as what browsers take for Latin-1: a name in the wrong letters would replace the right
 * one that is stored. A text that is UTF-8 but for a broken letter stays UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const text = new TextDecoder().decode(bytes);
  const broken = count(text, BROKEN);
  if (broken === 0) return text;
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  const declared = decodeStrictly(bytes, charset);
  if (declared !== null) return declared;
  return broken > count(text, FOREIGN) + 1 ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Null for an unknown charset, and for bytes that are none of it. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null; // Both are what the caller asks for.
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
