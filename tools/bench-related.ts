/**
 * Times the look-up of related papers in the built extension's own worker, in a real Chromium: `npm run
 * bench:related`. It reports figures and asserts none, as machines differ. `-- --data DIR` measures on
 * recorded papers. The times are those of a message from an extension page and back.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatFigures } from './bench/figures';
import { BENCH_USAGE, readBenchOptions } from './bench/related/options';
import { benchSize } from './bench/related/round';
import { runProgram } from './command-line';

await runProgram({
  usage: BENCH_USAGE,
  read: readBenchOptions,
  async run(options) {
    if (!existsSync(join(options.extensionDir, 'manifest.json'))) {
      throw new Error(`${options.extensionDir} holds no extension: run "npm run build" first.`);
    }
    for (const size of options.sizes) {
      console.log(`${size.toLocaleString('en')} papers, ${options.runs} look-ups of each kind`);
      console.log(`${formatFigures(await benchSize(size, options))}\n`);
    }
  },
});
