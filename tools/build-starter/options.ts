import { countOf, valuesOf } from '../command-line';

/** What was asked for; `STARTER_USAGE` describes it. Without `dataDir` the live API is asked. */
export type StarterOptions = ReturnType<typeof readStarterOptions>;

/** As many as fit into 3 MB, at least 8,000. */
const PAPERS = 8_100;

export const STARTER_USAGE = `npm run build:starter -- (--data DIR | --live) [--papers N] [--out DIR]
  --data DIR  recorded responses: DIR/hf-daily/YYYY-MM-DD.json
  --live      ask huggingface.co, at its pace: some ten minutes
  --papers N  the most upvoted N papers (default ${PAPERS})
  --out DIR   where the files go (default public/starter)

Run it after each training of the word model or the topics: the rows fit one model only.`;

/** Reads the options. Errors: an `Error` in words for an unknown or impossible option. */
export function readStarterOptions(args: readonly string[]) {
  const values = valuesOf(args, {
    data: { type: 'string' },
    live: { type: 'boolean', default: false },
    papers: { type: 'string', default: String(PAPERS) },
    out: { type: 'string', default: 'public/starter' },
  });
  if (values.live === (values.data !== undefined)) throw new Error('Give either --data DIR or --live.');
  return { dataDir: values.data, papers: countOf(values.papers, '--papers'), out: values.out };
}
