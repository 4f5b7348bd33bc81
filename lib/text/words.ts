/** One word of a text, for matching and for showing. */
export interface Word {
  /** Folded and stemmed: what is compared. */
  readonly term: string;
  /** Offsets into the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A letter or digit with what combines with it: decomposed accents, the vowel signs of Indic scripts. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{M}]+)?/gu;
/** The same for texts with ASCII letters only, since patterns with \p{…} are slow to compile and to run. */
const PLAIN_WORD = /[A-Za-z0-9]+(?:'[A-Za-z]+)?/g;
/** ASCII, and dashes, quotation marks and other general punctuation, none of which is part of a word. */
const NOT_PLAIN = /[^\0-\x7f\u2000-\u206f]/;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** In such a run: a name in Latin letters or a number (`GPT` of `GPT模型`), or what stands between them. */
const PIECE = /[A-Za-z0-9][A-Za-z0-9']*|[^A-Za-z0-9']+/g;
const LETTER = /.\p{M}*/gu;
const IS_PLAIN_WORD = /^[A-Za-z0-9']*$/;
const IS_PLAIN = /^[a-z0-9']*$/;
const MARKS = /\p{M}/gu;
/** "GPUs" is a plural, "virus" is not. */
const PROCESSORS = /^[a-z]pus$/;
const POSSESSIVE = /'\p{L}*$/u;

/**
 * The words of a text, in order. Hyphens separate, so that "flow-matching" is "flow matching". A run of a
 * script without spaces yields each pair of neighbouring letters, as search engines index Chinese; only those
 * words overlap.
 *
 * Cost: linear; a 1,500-character abstract about 0.05 ms.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  // Not `matchAll`, whose matches would be most of a look-up's allocations. No word begins between two words.
  for (const word of text.match(NOT_PLAIN.test(text) ? WORD : PLAIN_WORD) ?? []) {
    const start = text.indexOf(word, end);
    end = start + word.length;
    if (!IS_PLAIN_WORD.test(word) && UNSPACED.test(word)) words.push(...wordsOfRun(word, start));
    else words.push({ term: termOf(word), start, end });
  }
  return words;
}

function wordsOfRun(run: string, start: number): readonly Word[] {
  return Array.from(run.matchAll(PIECE)).flatMap(({ 0: piece, index }) =>
    IS_PLAIN_WORD.test(piece)
      ? [{ term: termOf(piece), start: start + index, end: start + index + piece.length }]
      : letterPairs(piece, start + index),
  );
}

function letterPairs(run: string, start: number): readonly Word[] {
  const letters = Array.from(run.matchAll(LETTER), ({ 0: letter, index }) => ({ letter, index }));
  const pairs = letters.slice(0, Math.max(1, letters.length - 1));
  return pairs.map(({ letter, index }, position) => {
    const pair = letter + (letters[position + 1]?.letter ?? '');
    return { term: termOf(pair), start: start + index, end: start + index + pair.length };
  });
}

/** The terms of a text's words, in order. */
export function termsOf(text: string): readonly string[] {
  return wordsOf(text).map(({ term }) => term);
}

/** A phrase's terms, joined: `Large Language Models` and `large language-model` are one. */
export function phraseKey(phrase: string): string {
  return termsOf(phrase).join(' ');
}

/** Folds case and accents, and takes off a plural ending: `Models` and `model` are one term. */
export function termOf(word: string): string {
  const lower = word.toLowerCase();
  // Normalising costs ten times the rest, and nearly every word is plain.
  // Folding can bring capitals back (𝐀 is A), so case comes last.
  const folded = IS_PLAIN.test(lower) ? lower : word.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return singular(folded.includes("'") ? folded.replace(POSSESSIVE, '') : folded);
}

/** English plurals only; a few wrong ones ("analysi") do no harm, since both texts are treated alike. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (/(?:ss|us|is)$/.test(word) && !PROCESSORS.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ches|shes|sses|xes|zes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
