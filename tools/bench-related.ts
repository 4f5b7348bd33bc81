/**
 * Times the look-up of related papers in the built extension's own worker, in a real Chromium: `npm run
 * bench:related`. Figures are reported, never asserted: machines differ. `-- --data DIR` measures on recorded
 * papers. The times are those of a message from an extension page and back.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_USAGE, readBenchOptions } from './bench/related/options';
import { benchSize } from './bench/related/round';
import { formatFigures } from './bench/figures';

try {
  const options = readBenchOptions(process.argv.slice(2));
  if (!existsSync(join(options.extensionDir, 'manifest.json'))) {
    throw new Error(`${options.extensionDir} holds no extension: run "npm run build" first.`);
  }
  for (const size of options.sizes) {
    console.log(`${size.toLocaleString('en')} papers, ${options.runs} look-ups of each kind`);
    console.log(`${formatFigures(await benchSize(size, options))}\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${BENCH_USAGE}`);
  process.exitCode = 1;
}
