/** Learns the file of topics from papers: `npm run train:topics`. How and why: `tools/training/README.md`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { wordsOf } from '../lib/text/words';
import { createTopics } from '../lib/topics/find/create-topics';
import { canonicalKey } from '../lib/topics/vocabulary/canonical-terms';
import { rewritesOf } from '../lib/topics/vocabulary/rewrites';
import { packTopicsFile, parseTopicsFile } from '../lib/topics/vocabulary/topics-file';
import { type CollectedPaper, readPapers } from './collections/papers';
import { required, runProgram, valuesOf } from './command-line';
import { measureTopics, type TopicFigures } from './eval-topics/measure';
import { GROWTH } from './training/topics/grow-trees';
import { learnFile } from './training/topics/learn-file';
import { learnRewrites } from './training/topics/learn-rewrites';
import { VOCABULARY } from './training/topics/learn-topics';
import { countNames, countText, createTextStatistics } from './training/topics/text-statistics';

/** Of other papers than Hugging Face's, every fourth tells how names are written. */
const SAMPLE_EVERY = 4;
const HELD_OUT = 5;

await runProgram({
  usage: `npm run train:topics -- --corpus FILE [--out FILE]

Learns the file of topics from papers ({key, title, abstract, keywords?, date?}; .jsonl or .jsonl.gz): how names are
written from all texts, topics and weights from the papers of Hugging Face's daily lists (keys hf:…) with keywords.
First measures on days left out, in two ways: the last fifth, and every fifth. The same input gives the same file.`,
  read(args) {
    const values = valuesOf(args, {
      corpus: { type: 'string' },
      out: { type: 'string', default: 'public/topics/topics.bin' },
    });
    return { corpus: required(values.corpus, '--corpus FILE'), out: values.out };
  },
  run: trainTopics,
});

async function trainTopics({ corpus, out }: { readonly corpus: string; readonly out: string }) {
  const startMs = Date.now();
  const tell = (text: string): void =>
    console.log(`${((Date.now() - startMs) / 1000).toFixed(0).padStart(4)} s  ${text}`);
  const read = await readCorpus(corpus, (papers) => tell(`${papers} papers read`));
  const { feed, rewrites, others } = read;
  tell(`${rewrites.terms.size} spellings, ${rewrites.acronyms.size} short forms`);

  const days = [...new Set(feed.map(({ date }) => date))].toSorted();
  const last = new Set(days.slice(Math.floor((days.length * (HELD_OUT - 1)) / HELD_OUT)));
  const lastFigures = measureWithout(last, read);
  tell(`last fifth of the days (${last.size}) left out: ${figuresText(lastFigures)}`);
  const gaps = new Set(days.filter((_, position) => position % HELD_OUT === 2));
  const gapFigures = measureWithout(gaps, read);
  tell(`every fifth day (${gaps.size}) left out: ${figuresText(gapFigures)}`);

  const learnt = learnFile(feed, rewrites, others);
  const facts = {
    papers: String(feed.length),
    texts: String(read.texts),
    days: `${days[0]} to ${days.at(-1)}`,
    vocabulary: JSON.stringify(VOCABULARY),
    growth: JSON.stringify(GROWTH),
    'last fifth left out': figuresText(lastFigures),
    'every fifth day left out': figuresText(gapFigures),
  };
  const bytes = packTopicsFile({ ...learnt, facts });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  tell(`${learnt.topics.length} topics, ${(bytes.length / 1000).toFixed(0)} KB: ${out}`);
}

type Corpus = Awaited<ReturnType<typeof readCorpus>>;

async function readCorpus(file: string, onProgress: (papers: number) => void) {
  const statistics = createTextStatistics();
  const feed: CollectedPaper[] = [];
  const otherTexts: string[] = [];
  const wanted = new Set<string>();
  let all = 0;
  let texts = 0;
  for await (const paper of readPapers(file)) {
    if (++all % 50_000 === 0) onProgress(all);
    const isFeed = paper.key.startsWith('hf:');
    if (!isFeed && all % SAMPLE_EVERY !== 0) continue;
    texts++;
    countText(statistics, paper);
    if (!isFeed || paper.keywords.length === 0 || paper.date === '') {
      otherTexts.push(`${paper.title}. ${paper.abstract}`);
      continue;
    }
    feed.push(paper);
    for (const keyword of paper.keywords) for (const { term } of wordsOf(keyword)) wanted.add(term);
  }
  const rewrites = learnRewrites(statistics, wanted);
  const rewritten = rewritesOf(rewrites);
  const keys = feed.flatMap(({ keywords }) => keywords.map((keyword) => canonicalKey(keyword, rewritten)));
  const others = { count: otherTexts.length, having: countNames(otherTexts, keys, rewritten) };
  return { feed, rewrites, others, texts };
}

/** Learns without some days and measures on them. */
function measureWithout(days: ReadonlySet<string>, { feed, rewrites, others }: Corpus): TopicFigures {
  const isLeftOut = ({ date }: CollectedPaper): boolean => days.has(date);
  const learnt = learnFile(
    feed.filter((paper) => !isLeftOut(paper)),
    rewrites,
    others,
  );
  const { buffer } = packTopicsFile({ ...learnt, facts: {} });
  return measureTopics(createTopics(parseTopicsFile(buffer), { categories: [] }), feed.filter(isLeftOut));
}

function figuresText({ precision, recall, papers, keywords }: TopicFigures): string {
  return `precision@5 ${precision.toFixed(3)}, recall@5 ${recall.toFixed(3)} (${papers} papers, ${keywords.toFixed(2)} keywords each)`;
}
