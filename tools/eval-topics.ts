import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createTopics } from '../lib/topics/find/create-topics';
import { parseTopicsFile } from '../lib/topics/vocabulary/topics-file';
import { measureTopics } from './eval-topics/measure';
import { readPapers, type CollectedPaper } from './collections/papers';

const USAGE = `npm run eval:topics -- --papers FILE [--topics FILE]

Tags papers ({title, abstract, keywords}; .jsonl or .jsonl.gz) by title and abstract and compares the first five topics
with the keywords, both by canonical name. Keywords that are no known topic are ignored, and papers with fewer than two
known ones left out.`;

const SHIPPED = resolve(import.meta.dirname, '../public/topics/topics.bin');

const { values } = parseArgs({
  options: { papers: { type: 'string' }, topics: { type: 'string', default: SHIPPED } },
});
if (values.papers === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const topics = createTopics(parseTopicsFile(new Uint8Array(readFileSync(values.topics)).buffer), {
  categories: [],
});
const papers: CollectedPaper[] = [];
for await (const paper of readPapers(values.papers)) papers.push(paper);
const figures = measureTopics(topics, papers);
console.log(`papers ${figures.papers} of ${papers.length}`);
console.log(`keywords ${figures.keywords.toFixed(2)} each`);
console.log(`precision@5 ${figures.precision.toFixed(3)}`);
console.log(`recall@5 ${figures.recall.toFixed(3)}`);
