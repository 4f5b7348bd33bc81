import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalKey } from '../lib/topics/vocabulary/canonical-terms';
import { createTopics } from '../lib/topics/find/create-topics';
import { rewritesOf } from '../lib/topics/vocabulary/rewrites';
import { packTopicsFile, parseTopicsFile } from '../lib/topics/vocabulary/topics-file';
import { wordsOf } from '../lib/text/words';
import { measureTopics, type TopicFigures } from './eval-topics/measure';
import { countNames } from './training/topics/text-statistics';
import { GROWTH } from './training/topics/grow-trees';
import { learnFile } from './training/topics/learn-file';
import { VOCABULARY } from './training/topics/learn-topics';
import { learnRewrites } from './training/topics/learn-rewrites';
import { readPapers, type CollectedPaper } from './collections/papers';
import { countText, createTextStatistics } from './training/topics/text-statistics';

const USAGE = `npm run train:topics -- --corpus FILE [--out FILE]

Learns the file of topics from papers ({key, title, abstract, keywords?, date?}; .jsonl or .jsonl.gz): how names are
written from all texts, topics and weights from the papers of Hugging Face's daily lists (keys hf:…) with keywords.
First measures on days left out, in two ways: the last fifth, and every fifth. The same input gives the same file.`;

/** Of the papers that are not Hugging Face's, every so many tells how names are written. */
const SAMPLE_EVERY = 4;
const HELD_OUT = 5;

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, out: { type: 'string', default: 'public/topics/topics.bin' } },
});
if (values.corpus === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const startMs = Date.now();
const tell = (text: string): void =>
  console.log(`${((Date.now() - startMs) / 1000).toFixed(0).padStart(4)} s  ${text}`);

const { feed, rewrites, others, read } = await readCorpus(values.corpus);
tell(`${rewrites.terms.size} spellings, ${rewrites.acronyms.size} short forms`);

const days = [...new Set(feed.map(({ date }) => date))].toSorted();
const last = new Set(days.slice(Math.floor((days.length * (HELD_OUT - 1)) / HELD_OUT)));
const gaps = new Set(days.filter((_, place) => place % HELD_OUT === 2));
const lastFigures = heldOut(last);
tell(`last fifth of the days (${last.size}) left out: ${figuresText(lastFigures)}`);
const gapFigures = heldOut(gaps);
tell(`every fifth day (${gaps.size}) left out: ${figuresText(gapFigures)}`);

const learnt = learnFile(feed, rewrites, others);
const facts = {
  papers: String(feed.length),
  texts: String(read),
  days: `${days[0]} to ${days.at(-1)}`,
  vocabulary: JSON.stringify(VOCABULARY),
  growth: JSON.stringify(GROWTH),
  'last fifth left out': figuresText(lastFigures),
  'every fifth day left out': figuresText(gapFigures),
};
const bytes = packTopicsFile({ ...learnt, facts });
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
tell(`${learnt.topics.length} topics, ${(bytes.length / 1000).toFixed(0)} KB: ${values.out}`);

async function readCorpus(file: string) {
  const statistics = createTextStatistics();
  const papers: CollectedPaper[] = [];
  const texts: string[] = [];
  const wanted = new Set<string>();
  let all = 0;
  let counted = 0;
  for await (const paper of readPapers(file)) {
    if (++all % 50_000 === 0) tell(`${all} papers read`);
    const isFeed = paper.key.startsWith('hf:');
    if (!isFeed && all % SAMPLE_EVERY !== 0) continue;
    counted++;
    countText(statistics, paper);
    if (!isFeed || paper.keywords.length === 0 || paper.date === '') {
      texts.push(`${paper.title}. ${paper.abstract}`);
      continue;
    }
    papers.push(paper);
    for (const keyword of paper.keywords) for (const { term } of wordsOf(keyword)) wanted.add(term);
  }
  const tables = learnRewrites(statistics, wanted);
  const rewritten = rewritesOf(tables);
  const keys = papers.flatMap(({ keywords }) => keywords.map((keyword) => canonicalKey(keyword, rewritten)));
  const having = countNames(texts, keys, rewritten);
  return { feed: papers, rewrites: tables, others: { count: texts.length, having }, read: counted };
}

/** Learns without some days and measures on them. */
function heldOut(left: ReadonlySet<string>): TopicFigures {
  const file = {
    ...learnFile(
      feed.filter(({ date }) => !left.has(date)),
      rewrites,
      others,
    ),
    facts: {},
  };
  const topics = createTopics(parseTopicsFile(packTopicsFile(file).buffer), { categories: [] });
  return measureTopics(
    topics,
    feed.filter(({ date }) => left.has(date)),
  );
}

function figuresText({ precision, recall, papers, keywords }: TopicFigures): string {
  return `precision@5 ${precision.toFixed(3)}, recall@5 ${recall.toFixed(3)} (${papers} papers, ${keywords.toFixed(2)} keywords each)`;
}
