import {
  type ArxivId,
  parseArxivId,
  type Doi,
  parseDoi,
  parseS2Id,
  type S2Id,
} from '../../lib/model/paper/ids';
import { type IsoDate, parseIsoDate } from '../../lib/model/dates';
import type { Edition } from '../../lib/model/feed/edition';
import { paperKeyOf } from '../../lib/model/paper/identity';
import type { Paper, PaperFacts, PaperIds, PaperKey } from '../../lib/model/paper/paper';
import type { SavedPaper } from '../../lib/model/saved';

/** The clock of tests that never move it: 2026-06-10, noon UTC. */
export const NOW_MS = Date.parse('2026-06-10T12:00:00Z');

/** An arXiv id in normal form. */
export function arxivId(text: string): ArxivId {
  return required(parseArxivId(text)?.id, text);
}

/** A DOI in normal form. */
export function doi(text: string): Doi {
  return required(parseDoi(text), text);
}

/** Ids as the test writes them, only told apart and never parsed. */
export function siteIds(ids: Readonly<Partial<Record<keyof PaperIds, string>>>): PaperIds {
  return ids as PaperIds; // The brands of ids that no parser of the code under test sees.
}

/** A Semantic Scholar id; `number` tells ids apart. */
export function s2Id(number: number): S2Id {
  return required(parseS2Id(String(number).padStart(40, '0')), String(number));
}

/** A day. */
export function day(text: string): IsoDate {
  return required(parseIsoDate(text), text);
}

/** A paper's key, as the store has it. */
export function paperKey(text: string): PaperKey {
  return text as PaperKey; // The brand of a key that the test writes out.
}

/** The facts of one work. */
export function facts(overrides: Partial<PaperFacts> = {}): PaperFacts {
  const authors = overrides.authors ?? ['First Author', 'Second Author'];
  return {
    ids: { arxiv: arxivId('2606.00001') },
    title: 'Coding agents that read whole repositories',
    abstract: 'We study how coding agents explore repositories before they edit them.',
    authors,
    authorCount: authors.length,
    publishedOn: day('2026-06-08'),
    categories: ['cs.SE'],
    keywords: ['coding agents'],
    ...overrides,
  };
}

/** One paper of the feed, with the key that its ids give. */
export function paper(overrides: Partial<Paper> = {}): Paper {
  const known = { ...facts(), ...overrides };
  return {
    key: overrides.key ?? required(paperKeyOf(known), known.title),
    addedAtMs: NOW_MS,
    provenance: [
      { source: 'hf-daily', fetchedAtMs: NOW_MS, link: 'https://huggingface.co/papers/2606.00001' },
    ],
    ...known,
  };
}

/** Papers with distinct ids, for a feed of `count`. */
export function papers(
  count: number,
  make: (index: number) => Partial<Paper> = () => ({}),
): readonly Paper[] {
  return Array.from({ length: count }, (_, index) =>
    paper({
      ids: { arxiv: arxivId(`2605.${String(index + 1).padStart(5, '0')}`) },
      title: `Paper number ${index + 1} of the feed`,
      ...make(index),
    }),
  );
}

/** One entry of the reading list. */
export function savedPaper(overrides: Partial<SavedPaper> = {}): SavedPaper {
  const saved = overrides.paper ?? facts();
  return {
    key: overrides.key ?? required(paperKeyOf(saved), saved.title),
    paper: saved,
    state: 'to-read',
    savedAtMs: NOW_MS,
    changedAtMs: NOW_MS,
    ...overrides,
  };
}

/** The list of one day. */
export function edition(overrides: Partial<Edition> = {}): Edition {
  return {
    source: 'hf-daily',
    date: day('2026-06-09'),
    papers: [paperKey('arxiv:2606.00001')],
    fetchedAtMs: NOW_MS,
    ...overrides,
  };
}

function required<T>(value: T | null | undefined, text: string): T {
  if (value === null || value === undefined) throw new Error(`A builder cannot read ${text}`);
  return value;
}
