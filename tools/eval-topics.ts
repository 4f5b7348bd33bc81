/** Measures the topics found in papers against the papers' own keywords: `npm run eval:topics`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTopics } from '../lib/topics/find/create-topics';
import { parseTopicsFile } from '../lib/topics/vocabulary/topics-file';
import { type CollectedPaper, readPapers } from './collections/papers';
import { required, runProgram, valuesOf } from './command-line';
import { measureTopics } from './eval-topics/measure';

const SHIPPED = resolve(import.meta.dirname, '../public/topics/topics.bin');

await runProgram({
  usage: `npm run eval:topics -- --papers FILE [--topics FILE]

Tags papers ({title, abstract, keywords}; .jsonl or .jsonl.gz) by title and abstract, and compares the first five topics
with the keywords, both by canonical name. Ignores keywords that are no known topic, and leaves out papers with fewer
than two known ones.`,
  read(args) {
    const values = valuesOf(args, {
      papers: { type: 'string' },
      topics: { type: 'string', default: SHIPPED },
    });
    return { papers: required(values.papers, '--papers FILE'), topics: values.topics };
  },
  async run(files) {
    const topics = createTopics(parseTopicsFile(new Uint8Array(readFileSync(files.topics)).buffer), {
      categories: [],
    });
    const papers: CollectedPaper[] = [];
    for await (const paper of readPapers(files.papers)) papers.push(paper);
    const figures = measureTopics(topics, papers);
    console.log(`papers ${figures.papers} of ${papers.length}`);
    console.log(`keywords ${figures.keywords.toFixed(2)} each`);
    console.log(`precision@5 ${figures.precision.toFixed(3)}`);
    console.log(`recall@5 ${figures.recall.toFixed(3)}`);
  },
});
