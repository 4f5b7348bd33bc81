/**
 * Drops font commands and grouping braces, and resolves escaped signs: `\emph{a} {\it b} {BERT} 5\%` is `a b
 * BERT 5%`.
 *
 * Braces that are a command's argument, an index or a power, that hold more than words, or that have no
 * partner are kept.
 */
export function dropTexGroups(text: string): string {
  if (!/[\\{]/.test(text)) return text;
  const out: string[] = [];
  const open: Group[] = [];
  let end = 0;
  let endsCommand = false; // The text before `end` is a command or its argument.
  for (const match of text.matchAll(TOKEN)) {
    const [token, math, font, command, escaped] = match;
    const between = text.slice(end, match.index);
    const isAdjacent = match.index === end;
    const group = open.at(-1);
    if (group !== undefined) {
      const hasCommand = math !== undefined || command !== undefined;
      group.isWords &&= !hasCommand && /^[\p{L}\p{M}\p{N}\s.:'’–&%-]*$/u.test(between);
    }
    out.push(between, escaped === undefined ? token : (ESCAPED[escaped] ?? escaped));
    const isArgument = (endsCommand && isAdjacent) || /[_^\]]$/.test(between);
    endsCommand = command !== undefined;
    if (font !== undefined || token === '{') {
      const isFont = font?.startsWith('\\') ?? false;
      open.push({
        opener: out.length - 1,
        isArgument,
        isFont: isFont || (font !== undefined && !isArgument),
        isWords: true,
      });
    } else if (token === '}' && group !== undefined) {
      open.pop();
      if (group.isFont || (group.isWords && !group.isArgument)) {
        out[group.opener] = '';
        out[out.length - 1] = '';
      } else {
        endsCommand = group.isArgument;
        const outer = open.at(-1);
        if (outer !== undefined) outer.isWords = false;
      }
    }
    end = match.index + token.length;
  }
  return out.join('') + text.slice(end);
}

/**
 * Matches one formula: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`. It has no anchors or groups, so that larger
 * patterns can contain it.
 *
 * Cost: each alternative stops at the next possible delimiter, which keeps a search linear.
 */
const MATH_PATTERN = String.raw`\$\$[^$]*\$\$|(?<!\\)\$(?:\\[^]|[^$\\])+\$|\\\([^\\]*(?:\\[^()][^\\]*)*\\\)|\\\[[^\\]*(?:\\[^[\]][^\\]*)*\\\]`;

const MATH = new RegExp(`(${MATH_PATTERN})`);

/** Applies `convert` to the stretches between formulas; the formulas stay as they are. */
export function outsideMath(text: string, convert: (text: string) => string): string {
  const parts = text.split(MATH); // Odd parts are the formulas.
  return parts.map((part, index) => (index % 2 === 0 ? convert(part) : part)).join('');
}

const FONT_COMMAND = String.raw`\\(?:emph|textbf|textit|textmd|textnormal|textrm|textsc|textsf|textsl|texttt|textup|text|mbox|underline)\s*\{`;
const FONT_SWITCH = String.raw`\{\s*\\(?:bf|bfseries|em|it|itshape|rm|sc|scshape|sf|sl|tt)(?![A-Za-z])\s*`;
const TOKEN = new RegExp(
  String.raw`(${MATH_PATTERN})|(${FONT_COMMAND}|${FONT_SWITCH})|(\\[A-Za-z]+\*?)|(\\[^])|[{}]`,
  'g',
);

/** What escaped signs stand for; others keep their backslash. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\!': '',
  '\\#': '#',
  '\\$': '$',
  '\\%': '%',
  '\\&': '&',
  '\\,': ' ',
  '\\-': '',
  '\\/': '',
  '\\:': ' ',
  '\\;': ' ',
  '\\@': '',
  '\\\\': ' ',
  '\\_': '_',
  '\\{': '{',
  '\\}': '}',
  '\\ ': ' ',
};

/** An open brace: where its text is in `out`, and whether the pair goes away when it closes. */
interface Group {
  readonly opener: number;
  readonly isArgument: boolean;
  /** A font command or switch: always goes. Other pairs go when they hold nothing but words. */
  readonly isFont: boolean;
  isWords: boolean;
}
