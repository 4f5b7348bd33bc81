import { collapseSpace } from './plain';

/**
 * Text-mode TeX as Unicode: `Schr\"odinger` is `Schrödinger`, `{\it Ab initio}` is `Ab initio`. White space
 * is collapsed.
 *
 * Accents, letters, escaped signs, dashes, ties, quotes, font commands and grouping braces are converted.
 * Mathematics (`$…$`, `\(…\)`, `\[…\]`) and every other command are left exactly as they are, and so is plain
 * text with stray braces, backslashes and dollar signs.
 *
 * Cost: linear in the length. Source: https://info.arxiv.org/help/prep.html (what authors may write in
 * arXiv's fields).
 */
export function texToUnicode(text: string): string {
  const isPlain = !/[\\{~`]|--/.test(text);
  if (isPlain) return collapseSpace(text);
  // A second pass stacks accents: the first makes `\'{\^a}` into `\'{â}`.
  const accented = outsideMath(outsideMath(text, convertTexLetters), convertTexLetters);
  return collapseSpace(dropTexGroups(outsideMath(accented, convertSigns)));
}

function convertSigns(text: string): string {
  return text
    .replace(/(?<=[^\s-])(-{2,3})(?=[^\s-])|(?<=\s)(-{2,3})(?=\s)/g, (_, tight, loose) =>
      (tight ?? loose).length === 2 ? '–' : '—',
    )
    .replace(TIE, ' ')
    .replace(/``([^`]*?)''/g, '“$1”');
}

/** Not the `~` of a URL, of "about" (`~10`) or of a range (`1~2`). */
const TIE = /(?<=[\p{L}.,;:)\]}])~(?=[\p{L}\p{N}(\\[{]|$)|(?<=\p{N})~(?=[\p{L}(\\[{]|$)|^~(?=[\p{L}(\\[{])/gu;

/**
 * Accents and letters that TeX spells as commands: `\"o`, `\c{c}`, `{\o}`, `\'\i`. Braces around them stay.
 *
 * Only combinations that Unicode has as one character; the rest is left unchanged. Accents on accents need a
 * second call.
 */
function convertTexLetters(text: string): string {
  return text.replace(LETTER, (whole: string, sign, letter, braced, bare, name) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const base: string = (braced ?? bare ?? '').replace('\\', '');
    // `\"h` is an escaped quotation mark of some other language, not TeX.
    if (sign === '"' && !/[aeiouy]/i.test(base)) return whole;
    const composed = (base + (ACCENTS[sign ?? letter] ?? '')).normalize('NFC');
    return composed.length === 1 ? composed : whole;
  });
}

/** Combining characters for TeX's accent commands. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

/** Commands without argument that stand for text. */
const NAMED: ReadonlyMap<string, string> = new Map(
  (
    'AA=Å AE=Æ DH=Ð DJ=Đ L=Ł LaTeX=LaTeX O=Ø OE=Œ S=§ TH=Þ TeX=TeX aa=å ae=æ copyright=© dh=ð dj=đ ' +
    'dots=… i=ı j=ȷ l=ł ldots=… o=ø oe=œ pounds=£ ss=ß textasciitilde=~ textemdash=— textendash=– ' +
    'textregistered=® texttrademark=™ th=þ'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

const ACCENTED = String.raw`\\(?:([\x60'^"~=.])|([Hbcdkruv])(?:\s+|(?=\{)))(?:\{\s*(\\[ij]|\p{L})\s*\}|(\\[ij](?![A-Za-z])|\p{L}))`;
const LETTER = new RegExp(String.raw`\\\\|${ACCENTED}|\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))`, 'gu');

/**
 * Drops font commands and grouping braces, and resolves escaped signs: `\emph{a} {\it b} {BERT} 5\%` is `a b
 * BERT 5%`.
 *
 * Braces that are a command's argument, an index or a power, that hold more than words, or that have no
 * partner are kept.
 */
function dropTexGroups(text: string): string {
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
    out.push(between, escaped === undefined ? token : unescaped(escaped));
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
function outsideMath(text: string, convert: (text: string) => string): string {
  const parts = text.split(MATH); // Odd parts are the formulas.
  return parts.map((part, index) => (index % 2 === 0 ? convert(part) : part)).join('');
}

const FONT_COMMAND = String.raw`\\(?:emph|textbf|textit|textmd|textnormal|textrm|textsc|textsf|textsl|texttt|textup|text|mbox|underline)\s*\{`;
const FONT_SWITCH = String.raw`\{\s*\\(?:bf|bfseries|em|it|itshape|rm|sc|scshape|sf|sl|tt)(?![A-Za-z])\s*`;
const TOKEN = new RegExp(
  String.raw`(${MATH_PATTERN})|(${FONT_COMMAND}|${FONT_SWITCH})|(\\[A-Za-z]+\*?)|(\\[^])|[{}]`,
  'g',
);

/** The text of an escaped sign: nothing, a space, or the sign itself; others keep their backslash. */
function unescaped(escaped: string): string {
  const sign = escaped.slice(1);
  if ('!-/@'.includes(sign)) return '';
  if (' ,:;\\'.includes(sign)) return ' ';
  return '#$%&_{}'.includes(sign) ? sign : escaped;
}

/** An open brace: where its text is in `out`, and whether the pair goes away when it closes. */
interface Group {
  readonly opener: number;
  readonly isArgument: boolean;
  /** A font command or switch: always goes. Other pairs go when they hold nothing but words. */
  readonly isFont: boolean;
  isWords: boolean;
}
