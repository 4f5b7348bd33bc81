import { parseArgs } from 'node:util';
import { judgeIndex } from './eval-sites/judge-index';
import { reportLines } from './eval-sites/report';

const USAGE = `npm run eval:sites -- --index FILE [--verbose]

Reads rows {url, file?, expected: {isPaperPage | isPaper, arxivId?, doi?, title?, firstAuthor?, ...}}, one JSON object a
line, and says how many we get right: by the URL alone, or, where a file is named (relative to FILE), by the page.`;

const { values } = parseArgs({
  options: { index: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
if (values.index === undefined) {
  console.error(USAGE);
  process.exit(2);
}

for (const line of reportLines(judgeIndex(values.index), values.verbose)) console.log(line);
