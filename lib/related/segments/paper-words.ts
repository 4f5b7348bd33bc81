import { isStopTerm } from '../../text/stop-words';
import { type Word, wordsOf } from '../../text/words';

/** What the look-up reads of a paper or page. */
export interface PaperText {
  readonly title: string;
  readonly abstract?: string;
}

/** A word of a paper's text. */
export interface PaperWord extends Word {
  /** True for a word that says nothing about a subject. */
  readonly isStop: boolean;
}

/** One of a paper's two texts, split into words once for all who need them. */
export interface FieldWords {
  readonly field: 'abstract' | 'title';
  readonly text: string;
  readonly words: readonly PaperWord[];
}

/** The limit for a text: an abstract has 1,500 characters, a full text in its place a hundred times as many. */
export const MAX_CHARS = 20_000;

/** Reads title and abstract into words. Cost: some 0.1 ms for an abstract of 1,500 characters. */
export function readWords({ title, abstract = '' }: PaperText): readonly FieldWords[] {
  return [
    { field: 'title', text: title, words: wordsIn(title) },
    { field: 'abstract', text: abstract, words: wordsIn(abstract) },
  ];
}

function wordsIn(text: string): readonly PaperWord[] {
  return wordsOf(text.slice(0, MAX_CHARS)).map(({ term, start, end }) => ({
    term,
    start,
    end,
    isStop: isStopTerm(term),
  }));
}
