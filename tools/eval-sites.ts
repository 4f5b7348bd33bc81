import { required, runProgram, valuesOf } from './command-line';
import { judgeIndex } from './eval-sites/judge-index';
import { reportLines } from './eval-sites/report';

await runProgram({
  usage: `npm run eval:sites -- --index FILE [--verbose]

Reads rows {url, file?, expected: {isPaperPage | isPaper, arxivId?, doi?, title?, firstAuthor?, ...}}, one JSON object a
line, and says how many we get right: by the URL alone, or, where a file is named (relative to FILE), by the page.`,
  read(args) {
    const values = valuesOf(args, {
      index: { type: 'string' },
      verbose: { type: 'boolean', default: false },
    });
    return { index: required(values.index, '--index FILE'), isVerbose: values.verbose };
  },
  async run({ index, isVerbose }) {
    for (const line of reportLines(judgeIndex(index), isVerbose)) console.log(line);
  },
});
