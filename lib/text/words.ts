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
const IS_PLAIN = /^[a-z0-9']*$/;
const MARKS = /\p{M}/gu;
const POSSESSIVE = /'\p{L}*$/u;

/**
 * The words of a text, in order. Hyphens separate, so that "flow-matching" is "flow matching".
 *
 * Cost: linear; a 1,500-character abstract about 0.1 ms.
 */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    term: termOf(word),
    start: index,
    end: index + word.length,
  }));
}

/** A phrase's terms, joined: `Large Language Models` and `large language-model` are one. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => word.term)
    .join(' ');
}

/** Folds case and accents, and takes off a plural ending: `Models` and `model` are one term. */
export function termOf(word: string): string {
  const lower = word.toLowerCase();
  // Normalising costs ten times the rest, and nearly every word is plain.
  // Folding can bring capitals back (𝐀 is A), so case comes last.
  const folded = IS_PLAIN.test(lower) ? lower : word.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return singular(folded.replace(POSSESSIVE, ''));
}

/** English plurals only; a few wrong ones ("analysi") do no harm, since both sides are treated alike. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:ches|shes|sses|xes|zes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
