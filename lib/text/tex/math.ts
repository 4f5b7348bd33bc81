/**
 * Matches one formula: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. Without anchors or groups, to be put into a larger
 * pattern.
 *
 * Cost: each alternative stops at the next possible delimiter, which keeps a search linear.
 */
export const MATH_PATTERN = String.raw`\$\$[^$]*\$\$|(?<!\\)\$(?:\\[^]|[^$\\])+\$|\\\([^\\]*(?:\\[^()][^\\]*)*\\\)|\\\[[^\\]*(?:\\[^[\]][^\\]*)*\\\]`;

const MATH = new RegExp(`(${MATH_PATTERN})`);

/** Applies `convert` to the stretches between formulas; the formulas stay as they are. */
export function outsideMath(text: string, convert: (text: string) => string): string {
  const parts = text.split(MATH); // Odd parts are the formulas.
  return parts.map((part, index) => (index % 2 === 0 ? convert(part) : part)).join('');
}
