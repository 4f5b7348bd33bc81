/** The texts of a stored list, each once; what is no text is left out, and what is no list has none. */
export function parseTexts(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? [...new Set(value.filter((item): item is string => typeof item === 'string'))]
    : [];
}
