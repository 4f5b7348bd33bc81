/**
 * Times the look-up of related papers in the built extension's own worker, in a real Chromium: `npm run
 * bench:related`. It reports figures and asserts none, as machines differ. `-- --data DIR` measures on
 * recorded papers. The times are those of a message from an extension page and back.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatFigures } from './bench/figures';
import { benchSize } from './bench/related/round';
import { countOf, runProgram, valuesOf } from './command-line';

await runProgram({
  usage: `npm run bench:related -- [options]
  --data DIR    take the papers from DIR/related/corpus.jsonl.gz, such as ../shared/data
  --sizes N,N   papers in the feed (default 10000,100000)
  --runs N      look-ups of each kind (default 20)
  --build DIR   the unpacked extension (default .output/chrome-mv3; make it with "npm run build")`,
  read(args) {
    const values = valuesOf(args, {
      data: { type: 'string' },
      sizes: { type: 'string', default: '10000,100000' },
      runs: { type: 'string', default: '20' },
      build: { type: 'string', default: '.output/chrome-mv3' },
    });
    return {
      dataDir: values.data,
      sizes: values.sizes.split(',').map((size) => countOf(size, '--sizes')),
      runs: countOf(values.runs, '--runs'),
      extensionDir: values.build,
    };
  },
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
