/**
 * Accents and letters that TeX spells as commands: `\"o`, `\c{c}`, `{\o}`, `\'\i`. Braces around them stay.
 *
 * Only combinations that Unicode has as one character; the rest is left unchanged. Accents on accents need a
 * second call.
 */
export function convertTexLetters(text: string): string {
  return text.replace(LETTER, (whole: string, sign, letter, braced, bare, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
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
const NAMED: Readonly<Record<string, string>> = {
  AA: 'Å',
  AE: 'Æ',
  DH: 'Ð',
  DJ: 'Đ',
  L: 'Ł',
  LaTeX: 'LaTeX',
  O: 'Ø',
  OE: 'Œ',
  S: '§',
  TH: 'Þ',
  TeX: 'TeX',
  aa: 'å',
  ae: 'æ',
  copyright: '©',
  dh: 'ð',
  dj: 'đ',
  dots: '…',
  i: 'ı',
  j: 'ȷ',
  l: 'ł',
  ldots: '…',
  o: 'ø',
  oe: 'œ',
  pounds: '£',
  ss: 'ß',
  textasciitilde: '~',
  textemdash: '—',
  textendash: '–',
  textregistered: '®',
  texttrademark: '™',
  th: 'þ',
};

const ACCENTED = String.raw`\\(?:([\x60'^"~=.])|([Hbcdkruv])(?:\s+|(?=\{)))(?:\{\s*(\\[ij]|\p{L})\s*\}|(\\[ij](?![A-Za-z])|\p{L}))`;
const LETTER = new RegExp(String.raw`\\\\|${ACCENTED}|\\([A-Za-z]+)(?:\{\}|\s+|(?![A-Za-z]))`, 'gu');
