/**
 * Measures the ranking of related papers on public collections: `npm run eval:related -- --corpus FILE
 * --queries FILE`. It runs the modules that the extension ships, without the step for variety. Figures go to
 * standard output, progress to standard error.
 */
import { writeFile } from 'node:fs/promises';
import { runProgram } from './command-line';
import { EVAL_USAGE, readEvalOptions } from './eval-related/options';
import { formatFigures, formatRankings } from './eval-related/report';
import { runEvaluation } from './eval-related/run';

await runProgram({
  usage: EVAL_USAGE,
  read: readEvalOptions,
  async run(options) {
    const evaluations = await runEvaluation(options);
    const [ours] = evaluations;
    if (options.out !== null && ours !== undefined) {
      await writeFile(options.out, formatRankings(ours.evaluation));
    }
    console.log(formatFigures(evaluations).join('\n'));
  },
});
