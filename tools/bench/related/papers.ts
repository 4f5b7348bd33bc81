import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredPaper } from '../../../lib/db/schema';
import { compact } from '../../../lib/model/compact';
import { type IsoDate, parseIsoDate } from '../../../lib/model/dates';
import { identityKeys } from '../../../lib/model/paper/identity';
import { newPaper } from '../../../lib/model/paper/merge';
import type { PaperFacts } from '../../../lib/model/paper/paper';
import { parsePmid } from '../../../lib/model/paper/ids';
import { retentionScoreOf } from '../../../lib/model/paper/counts';
import { parseModel } from '../../../lib/related/model/model-file';
import { readPapers } from '../../collections/papers';
import { createRandom, type Random } from '../../training/random';

const NOW_MS = Date.UTC(2026, 5, 10);
/** A paper of 2026 has about this many authors, most of whom have other papers in the feed. */
const AUTHORS = 5;
const ALL_AUTHORS = 40_000;
/** Words of a title and an abstract, function words included. */
const TITLE_WORDS = 10;
const ABSTRACT_WORDS = 190;

/** Papers as the feed stores them: from a recorded corpus, which names no authors, or made up. */
export async function* benchPapers(dataDir: string | undefined): AsyncGenerator<StoredPaper> {
  const next = createRandom(1);
  const texts = dataDir === undefined ? madeUpTexts(next) : corpusTexts(dataDir);
  let number = 0;
  for await (const text of texts) {
    number++;
    const authors = Array.from({ length: AUTHORS }, () => `Given Family-${Math.floor(next() * ALL_AUTHORS)}`);
    yield storedPaper(number, {
      ...text,
      authors,
      authorCount: AUTHORS,
      upvotes: Math.floor(next() ** 3 * 200),
    });
  }
}

type Text = Pick<PaperFacts, 'abstract' | 'categories' | 'keywords' | 'publishedOn' | 'title'>;

async function* corpusTexts(dataDir: string): AsyncGenerator<Text> {
  for await (const { title, abstract, date, keywords } of readPapers(
    join(dataDir, 'related/corpus.jsonl.gz'),
  )) {
    yield textOf(title, abstract, parseIsoDate(date), keywords);
  }
}

/** Texts of the model's words, distributed like real ones (Zipf), so that postings have realistic lengths. */
function* madeUpTexts(next: Random): Generator<Text> {
  const file = readFileSync('public/model/words.bin');
  const model = parseModel(new Uint8Array(file).buffer);
  const words = [...model.rows.keys()].slice(0, model.header.words);
  const word = () => (next() < 0.35 ? 'the' : (words[Math.floor(words.length ** next()) - 1] ?? 'model'));
  const run = (length: number) => Array.from({ length }, word).join(' ');
  for (;;) yield textOf(run(TITLE_WORDS), run(ABSTRACT_WORDS), null, []);
}

function textOf(title: string, abstract: string, date: IsoDate | null, keywords: readonly string[]): Text {
  return {
    title,
    abstract,
    categories: ['cs.LG'],
    keywords,
    ...(date === null ? {} : { publishedOn: date }),
  };
}

function storedPaper(number: number, facts: Omit<PaperFacts, 'ids'>): StoredPaper {
  const pmid = parsePmid(String(1_000_000 + number)) ?? undefined;
  const known = { ...facts, ids: compact({ pmid }) };
  const identity = identityKeys(known);
  const [key] = identity;
  if (key === undefined) throw new Error('A paper of the benchmark has no key.'); // It has an id.
  const provenance = { source: 'hf-daily', fetchedAtMs: NOW_MS, link: 'https://example.org' } as const;
  const paper = newPaper(key, { facts: known, provenance }, NOW_MS);
  return { ...paper, identity, sources: ['hf-daily'], retentionScore: retentionScoreOf(paper) };
}
