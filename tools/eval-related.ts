/**
 * Measures the ranking of related papers on public collections: `npm run eval:related -- --corpus FILE
 * --queries FILE`. It runs the modules that the extension ships; the step for variety is off. Figures go to
 * standard output, what is being done to standard error.
 */
import { writeFile } from 'node:fs/promises';
import { EVAL_USAGE, type EvalOptions, readEvalOptions } from './eval-related/options';
import { formatFigures, formatRankings } from './eval-related/report';
import { runEvaluation } from './eval-related/run';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) return 2;
  try {
    await evaluate(options);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function readOptions(args: readonly string[]): EvalOptions | null {
  try {
    return readEvalOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${EVAL_USAGE}`);
    return null;
  }
}

async function evaluate(options: EvalOptions): Promise<void> {
  const evaluations = await runEvaluation(options);
  const [ours] = evaluations;
  if (options.out !== null && ours !== undefined) {
    await writeFile(options.out, formatRankings(ours.evaluation));
  }
  console.log(formatFigures(evaluations).join('\n'));
}
