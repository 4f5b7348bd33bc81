import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';

/** The results of one run. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The last line of a run. */
export function summaryLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Ends a run with the plain line, or writes the counts to the file that `PAPERKIN_COUNTS` names. */
export class PlainReporter implements Reporter {
  onInit({ config }: Vitest): void {
    process.stdout.write(`test order seed: ${config.sequence.seed} (repeat it with PAPERKIN_SEED)\n`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that does not load has no tests, and a stray error belongs to no test.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandled.length;
    const counts = { passed: count('passed'), failed: count('failed') + broken, skipped: count('skipped') };
    const file = process.env['PAPERKIN_COUNTS'];
    if (file === undefined) process.stdout.write(`${summaryLine(counts)}\n`);
    else writeFileSync(file, JSON.stringify(counts));
  }
}
