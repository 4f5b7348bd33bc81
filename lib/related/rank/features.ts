import { hashText } from '../../text/hash';
import { type FieldWords, type PaperText, type PaperWord, readWords } from '../segments/paper-words';
import { WORD_IDS, type WordModel } from '../model/word-model';

/** The words of a text that count, as rows of the model and as words of the word index. */
export interface Features {
  /** How often each row of the model occurs; a word outside the vocabulary is spread over its letter groups. */
  readonly rows: ReadonlyMap<number, number>;
  /** How often each word occurs, by its id in the word index (`wordId`). */
  readonly words: ReadonlyMap<number, number>;
}

/** Letters in a group. A word is framed first: `<lora>` gives `<lor`, `lora`, `ora>`. */
const GROUP_LETTERS = 4;

/** Reads the words that count in title and abstract; those of the title count `titleWeight` times. */
export function readFeatures(model: WordModel, paper: PaperText): Features {
  return countFeatures(findOccurrences(model, readWords(paper)));
}

/** A word or phrase at one position of a paper's texts. */
export interface Occurrence {
  readonly field: 'abstract' | 'title';
  /** How often it counts. */
  readonly weight: number;
  /** As `wordsOf` returns it; for a phrase, that of its last word. */
  readonly term: string;
  /** Rows of the model that stand for it: its own, or those of its letter groups. */
  readonly rows: readonly number[];
  /** Its id in the word index; null for a phrase. */
  readonly wordId: number | null;
  /** Offsets into the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The words that count, and the phrases of two that the model knows, in the order of the texts. */
export function findOccurrences(model: WordModel, fields: readonly FieldWords[]): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const { field, text, words } of fields) {
    const weight = field === 'title' ? model.header.titleWeight : 1;
    let before: PaperWord | undefined;
    for (const word of words) {
      const { start, end, term } = word;
      if (word.isStop) {
        before = undefined;
        continue;
      }
      if (before !== undefined && isPhraseGap(text, before.end, start)) {
        const phrase = model.rows.get(`${before.term} ${term}`);
        if (phrase !== undefined) {
          occurrences.push({ field, weight, term, rows: [phrase], wordId: null, start: before.start, end });
        }
      }
      const row = model.rows.get(term);
      const rows = row === undefined ? bucketsOf(model, term) : [row];
      const wordId = row ?? idOfUnknown(model, term);
      occurrences.push({ field, weight, term, rows, wordId, start, end });
      before = word;
    }
  }
  return occurrences;
}

/** Counts occurrences by row and by word. */
export function countFeatures(occurrences: readonly Occurrence[]): Features {
  const rows = new Map<number, number>();
  const words = new Map<number, number>();
  for (const occurrence of occurrences) {
    const { weight, wordId } = occurrence;
    for (const row of occurrence.rows) count(rows, row, weight / occurrence.rows.length);
    if (wordId !== null) count(words, wordId, weight);
  }
  return { rows, words };
}

/** A word's id in the word index: its row, or for an unknown word one of the remaining ids, by its hash. */
export function wordIdOf(model: WordModel, term: string): number {
  return model.rows.get(term) ?? idOfUnknown(model, term);
}

function idOfUnknown({ header }: WordModel, term: string): number {
  return header.words + (hashText(term) % (WORD_IDS - header.words));
}

/** The rows of an unknown word's letter groups. */
function bucketsOf({ header: { words, phrases, buckets } }: WordModel, term: string): readonly number[] {
  return buckets === 0
    ? []
    : letterGroups(term).map((group) => words + phrases + (hashText(group) % buckets));
}

/** Groups of letters of a word, for words outside the vocabulary. */
export function letterGroups(term: string): readonly string[] {
  const framed = `<${term}>`;
  const count = Math.max(1, framed.length - GROUP_LETTERS + 1);
  return Array.from({ length: count }, (_, start) => framed.slice(start, start + GROUP_LETTERS));
}

/** A set instead of a pattern, since every gap of a text is tested. */
const PHRASE_GAPS: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '\u00a0', "'", '’', '-']);

/** Only white space, hyphens and apostrophes may stand inside a phrase. */
export function isPhraseGap(text: string, from: number, to: number): boolean {
  for (let position = from; position < to; position++) {
    if (!PHRASE_GAPS.has(text.charAt(position))) return false;
  }
  return true;
}

function count(counts: Map<number, number>, key: number, step: number): void {
  counts.set(key, (counts.get(key) ?? 0) + step);
}
