/**
 * All checks of the project, cheapest first, stopping at the first failure: `npm test`. The last line is
 * always `N passed, N failed, N skipped`, summed over unit and end-to-end tests. A failed check that is not a
 * test counts as one failure.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summaryLine, type TestCounts } from '../tests/support/plain-reporter';
import { messageOf } from './command-line';
import { runOpenly, runQuietly, step } from './bootstrap/steps.mjs';

const WXT = 'node_modules/wxt/bin/wxt.mjs';
const TSX = 'node_modules/tsx/dist/cli.mjs';

/** A program of the project's own `node_modules`, with its arguments. */
interface Check {
  readonly name: string;
  readonly args: readonly string[];
  /** `tests`: its counts are summed; `shown`: its output is worth reading even if it passes. @default quiet */
  readonly kind?: 'shown' | 'tests';
}

const CHECKS: readonly Check[] = [
  { name: 'preparing types (wxt prepare)', args: [WXT, 'prepare'] },
  { name: 'format', args: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js'] },
  {
    name: 'unit and structure tests',
    args: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
    kind: 'tests',
  },
  { name: 'building for Chrome, with zip', args: [WXT, 'zip'] },
  { name: 'building for Firefox', args: [WXT, 'build', '-b', 'firefox', '--mv3'] },
  { name: 'budgets', args: [TSX, 'tools/check-budgets.ts'], kind: 'shown' },
  {
    name: 'end-to-end tests',
    args: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', '--passWithNoTests'],
    kind: 'tests',
  },
];

process.exitCode = await main(process.argv.slice(2));

async function main(options: readonly string[]): Promise<number> {
  const start = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const check of CHECKS) {
    const counts = check.kind === 'tests' ? await runTests(check, options) : await runCheck(check);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    if (counts.failed > 0) break;
  }
  console.log(`\nall steps: ${Math.round((Date.now() - start) / 1000)} s`);
  console.log(summaryLine(total));
  return total.failed === 0 ? 0 : 1;
}

async function runCheck({ name, args, kind }: Check): Promise<TestCounts> {
  try {
    const output = await step(name, () =>
      runQuietly(process.execPath, args, {
        remedy: 'Fix what is listed above; "npm run fix" repairs format and simple lint.',
      }),
    );
    if (kind === 'shown') console.log(output.trimEnd());
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(messageOf(error));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runTests({ name, args }: Check, options: readonly string[]): Promise<TestCounts> {
  const dir = mkdtempSync(join(tmpdir(), 'paperkin-counts-'));
  const file = join(dir, 'counts.json');
  const start = Date.now();
  console.log(`· ${name}`);
  try {
    const code = await runOpenly(process.execPath, [...args, ...options], {
      ...process.env,
      PAPERKIN_COUNTS: file,
    });
    console.log(`· ${name}: ${Math.round((Date.now() - start) / 1000)} s`);
    const counts = readCounts(file);
    // Vitest can fail without a failed test: a threshold, or no test found at all.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function readCounts(file: string): TestCounts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestCounts; // Written by our own reporter.
  } catch (error) {
    console.error(`The tests left no counts: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
