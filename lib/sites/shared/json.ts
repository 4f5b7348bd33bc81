/** The value of a JSON text; null when it is not JSON, which is common on pages and means nothing. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON_CHARS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A limit against hostile pages. */
const MAX_JSON_CHARS = 500_000;

/** True for objects that are not arrays. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
