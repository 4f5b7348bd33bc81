import { parseArgs } from 'node:util';
import { countOf } from '../../command-line';

/** What was asked for on the command line. */
export interface BenchOptions {
  /** Folder with `related/corpus.jsonl.gz`; without one papers are made up. */
  readonly dataDir: string | undefined;
  /** Papers in the feed, one round each. */
  readonly sizes: readonly number[];
  /** Look-ups of each kind. */
  readonly runs: number;
  /** The unpacked extension. */
  readonly extensionDir: string;
}

export const BENCH_USAGE = `npm run bench:related -- [options]
  --data DIR    take the papers from DIR/related/corpus.jsonl.gz, such as ../shared/data
  --sizes N,N   papers in the feed (default 10000,100000)
  --runs N      look-ups of each kind (default 20)
  --build DIR   the unpacked extension (default .output/chrome-mv3; make it with "npm run build")`;

/** Reads the options. Errors: an `Error` in words for an unknown or impossible option. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      sizes: { type: 'string', default: '10000,100000' },
      runs: { type: 'string', default: '20' },
      build: { type: 'string', default: '.output/chrome-mv3' },
    },
  });
  return {
    dataDir: values.data,
    sizes: values.sizes.split(',').map((size) => countOf(size, '--sizes')),
    runs: countOf(values.runs, '--runs'),
    extensionDir: values.build,
  };
}
