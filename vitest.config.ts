import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { PlainReporter } from './tests/support/plain-reporter.ts';
import { WAIT_MS } from './tools/browser/until.ts';

/** Another order each time finds tests that lean on each other; `PAPERKIN_SEED` repeats one. */
const seed = Number(process.env['PAPERKIN_SEED'] ?? Date.now() % 1_000_000);

/**
 * Time limits, in ms. They end what hangs and lie far beyond what a busy machine needs: tests assert what was
 * done, never how fast. Benchmarks report times.
 */
const limits = (testMs: number, waitMs: number) => ({
  testTimeout: testMs,
  hookTimeout: testMs,
  expect: { poll: { timeout: waitMs } },
});

export default defineConfig({
  test: {
    reporters: ['default', new PlainReporter()],
    sequence: { seed },
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/structure/**/*.test.ts'],
          setupFiles: ['tests/support/setup.ts'],
          ...limits(120_000, 20_000),
          // Starting a process for each of 130 small files took three quarters of the time. Tests leave nothing
          // behind (`restoreMocks`), and the random order would show it.
          isolate: false,
          maxWorkers: '100%',
          mockReset: true,
          restoreMocks: true,
          sequence: { shuffle: true, seed },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.spec.ts'],
          ...limits(15 * 60_000, WAIT_MS),
          retry: 1,
          // Each file starts a browser; two at a time would only slow each other down.
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
