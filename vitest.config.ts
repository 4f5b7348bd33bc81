import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { PlainReporter } from './tests/support/plain-reporter.ts';

/** Another order each time finds tests that lean on each other; `PAPERKIN_SEED` repeats one. */
const seed = Number(process.env['PAPERKIN_SEED'] ?? Date.now() % 1_000_000);

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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          retry: 1,
          // Each file starts a browser; two at a time would only slow each other down.
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
