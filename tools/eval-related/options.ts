import { resolve } from 'node:path';
import { required, valuesOf } from '../command-line';

/** What was asked for; `EVAL_USAGE` describes it. `corpus` is null if the queries bring their own pools. */
export type EvalOptions = ReturnType<typeof readEvalOptions>;

const SHIPPED = resolve(import.meta.dirname, '../../public');

export const EVAL_USAGE = `npm run eval:related -- --corpus FILE --queries FILE [options]
  --corpus FILE   papers {key, title, abstract}, .jsonl or .jsonl.gz; not needed for queries with pools
  --queries FILE  {query: {id, key?, title, abstract}, cited: [key]}
                  or {id, query: {title, abstract}, pool: [{key, title, abstract, grade}]}
  --out FILE      write the rankings: [{id, ranked: [[key, score], ...]}]
  --baselines     also BM25 and TF-IDF cosine
  --keys PREFIX   only papers of the corpus whose key starts with this, such as hf:
  --model FILE    another model than public/model/words.bin
  --topics FILE   other topics than public/topics/topics.bin`;

/** Reads the options. Errors: an `Error` in words for an unknown or missing option. */
export function readEvalOptions(args: readonly string[]) {
  const values = valuesOf(args, {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    out: { type: 'string' },
    baselines: { type: 'boolean', default: false },
    keys: { type: 'string', default: '' },
    model: { type: 'string', default: resolve(SHIPPED, 'model/words.bin') },
    topics: { type: 'string', default: resolve(SHIPPED, 'topics/topics.bin') },
  });
  return {
    corpus: values.corpus ?? null,
    queries: required(values.queries, '--queries FILE'),
    out: values.out ?? null,
    hasBaselines: values.baselines,
    model: values.model,
    topics: values.topics,
    keyPrefix: values.keys,
  };
}
