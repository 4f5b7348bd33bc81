import { parseArxivId, parseDoi } from '../../model/paper/ids';
import type { PaperIds } from '../../model/paper/paper';
import { isStopTerm } from '../../text/stop-words';
import { termsOf } from '../../text/words';

/** Typed words in order. */
export interface TypedWords {
  /** As `wordsOf` gives them. */
  readonly terms: readonly string[];
  /** The last may be unfinished: then it stands for every word that begins with it. */
  readonly isOpen: boolean;
}

/** What was typed into the search field. */
export interface SearchQuery {
  /** Words outside quotes and fields: a paper must have them all, in any order. */
  readonly words: TypedWords;
  /** Each must occur in the paper exactly: `"flow matching"`. */
  readonly phrases: readonly TypedWords[];
  /** Names, or parts of names: `author:"Jane Doe"`, `author:doe`. */
  readonly authors: readonly TypedWords[];
  /** Canonical keys: `topic:"flow matching"`. A name that is not a known topic is among the phrases instead. */
  readonly topics: readonly string[];
  /** Ids of papers: arXiv ids, DOIs, and those of the papers that URLs are about. */
  readonly ids: readonly PaperIds[];
  /** The words as typed, for the look-up by meaning. */
  readonly text: string;
}

export interface ParseOptions {
  /** The ids of the paper that a URL is about; null for any other page. */
  readonly idsOfUrl: (url: URL) => PaperIds | null;
  /** The canonical key of a topic as people write it; null for none. */
  readonly topicKeyOf: (name: string) => string | null;
}

/** A pasted abstract has some 2,000 characters. */
const MAX_CHARS = 4000;
/** A field or none, then something in quotes, straight or typographic and perhaps not closed yet, or a word. */
const PIECE =
  /(?:(author|topic):\s*(?!(?:author|topic):))?(?:["“”„‟«»]([^"“”„‟«»]*)(["“”„‟«»]|$)|([^\s"“”„‟«»]+))/giu;
/** Labels that nothing follows yet, or that precede an id. */
const LONE_LABEL = /^(?:author|topic|arxiv|doi):$/i;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]$/u;
/** With a scheme, or as people write it from memory: `arxiv.org/abs/1706.03762`. */
const URL_START = /^(?:https?:\/\/|(?:[a-z0-9-]+\.)+[a-z]{2,}\/)/i;

/**
 * Reads what was typed. It has no errors: it takes a half-typed quote or field as far as it goes.
 *
 * Cost: linear; text after 4,000 characters is not read.
 */
export function parseSearch(typed: string, { idsOfUrl, topicKeyOf }: ParseOptions): SearchQuery {
  const text = typed.slice(0, MAX_CHARS);
  const phrases: TypedWords[] = [];
  const authors: TypedWords[] = [];
  const topics: string[] = [];
  const ids: PaperIds[] = [];
  const words: string[] = [];
  let isOpen = false;

  for (const { 0: piece, 1: field, 2: quoted, 3: closing = '', 4: bare = '', index } of text.matchAll(
    PIECE,
  )) {
    const value = quoted ?? bare;
    const isLast = index + piece.length === text.length;
    const typedWords = {
      terms: termsOf(value),
      isOpen: isLast && closing === '' && ENDS_IN_WORD.test(value),
    };
    const topic = field?.toLowerCase() === 'topic' ? topicKeyOf(value) : null;
    const known = field === undefined && quoted === undefined ? idsIn(bare, idsOfUrl) : null;
    if (known !== null) ids.push(...known);
    else if (topic !== null) topics.push(topic);
    else if (field?.toLowerCase() === 'author') keep(authors, typedWords);
    else if (field !== undefined || quoted !== undefined) keep(phrases, typedWords);
    else if (!LONE_LABEL.test(bare)) {
      words.push(bare);
      isOpen = typedWords.isOpen;
    }
  }
  const joined = words.join(' ');
  return { words: { terms: termsOf(joined), isOpen }, phrases, authors, topics, ids, text: joined };
}

/** The ids in a word; none for the URL of another page; null for a word that is neither an id nor a URL. */
function idsIn(word: string, idsOfUrl: ParseOptions['idsOfUrl']): readonly PaperIds[] | null {
  const bare = word.replace(/^[([<{]+|[)\]>}.,;:!?]+$/g, '');
  const arxiv = parseArxivId(bare);
  if (arxiv !== null) return [{ arxiv: arxiv.id }];
  const url = URL_START.test(bare) ? urlOf(bare) : null;
  const ofUrl = url === null ? null : idsOfUrl(url);
  if (ofUrl !== null) return [ofUrl];
  const doi = parseDoi(word);
  if (doi !== null) return [{ doi }];
  return url === null ? null : [];
}

function urlOf(text: string): URL | null {
  const address = /^https?:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address) : null;
}

function keep(list: TypedWords[], words: TypedWords): void {
  if (words.terms.length > 0) list.push(words);
}

/** One typed word that counts. */
export interface TypedTerm {
  readonly term: string;
  /** It may be unfinished: then it stands for every word that begins with it. */
  readonly isOpen: boolean;
}

/** The words that count, each once: no function words, lone letters and numbers, which no word index has. */
export function countedTerms({ terms, isOpen }: TypedWords): readonly TypedTerm[] {
  const counted = new Map<string, TypedTerm>();
  for (const [position, term] of terms.entries()) {
    if (isStopTerm(term)) continue;
    // A word that is also typed in full is no longer open.
    const known = counted.get(term)?.isOpen ?? true;
    counted.set(term, { term, isOpen: known && isOpen && position === terms.length - 1 });
  }
  return [...counted.values()];
}

/** True when a word is the typed one, or begins with the typed one that is open. */
export function isTyped({ term, isOpen }: TypedTerm, word: string): boolean {
  return isOpen ? word.startsWith(term) : word === term;
}

/** True when the typed words stand in a text one after the other. */
export function hasRun({ terms, isOpen }: TypedWords, words: readonly string[]): boolean {
  return words.some((_, start) =>
    terms.every((term, position) =>
      isTyped({ term, isOpen: isOpen && position === terms.length - 1 }, words[start + position] ?? ''),
    ),
  );
}
