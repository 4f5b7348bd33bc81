import { packModel, parseModel } from '../../../lib/related/model/model-file';
import type { WordModel } from '../../../lib/related/model/word-model';
import { createRandom } from '../../../tools/training/random';

/** The parts of a small model. */
export interface SmallModel {
  /** Terms as `termOf` gives them. */
  readonly words?: readonly string[];
  /** Two terms with a space. */
  readonly phrases?: readonly string[];
  /** Changes every vector, so that models of one vocabulary have different versions. @default 1 */
  readonly seed?: number;
  /** Components of some words' vectors, -127 to 127; absent ones are 0. */
  readonly vectors?: Readonly<Record<string, readonly number[]>>;
  readonly prior?: readonly number[];
}

const DIMENSIONS = 16;
const BUCKETS = 32;
const DOCUMENTS = 1000;
const WORDS = ['agent', 'coding', 'repository', 'flow', 'matching', 'ocean', 'wave', 'tide', 'paper', 'feed'];

/** The bytes of a model with a vocabulary of a few words, the same for the same arguments. */
export function wordModelBytes({
  words = WORDS,
  phrases = ['coding agent'],
  seed = 1,
  vectors = {},
  prior = [0.2],
}: SmallModel = {}): ArrayBuffer {
  const rows = words.length + phrases.length + BUCKETS;
  const random = createRandom(seed);
  const header = {
    dimensions: DIMENSIONS,
    words: words.length,
    phrases: phrases.length,
    buckets: BUCKETS,
    documents: DOCUMENTS,
    titleWeight: 2,
    prior: Array.from({ length: DIMENSIONS }, (_, position) => prior[position] ?? 0),
    training: { seed },
  };
  const terms = [...words, ...phrases];
  const components = Int8Array.from({ length: rows * DIMENSIONS }, () => Math.floor(random() * 255) - 127);
  for (const [row, term] of terms.entries()) {
    const given = vectors[term];
    if (given === undefined) continue;
    components.fill(0, row * DIMENSIONS, (row + 1) * DIMENSIONS);
    components.set(given, row * DIMENSIONS);
  }
  const packed = packModel(header, terms, {
    documentFrequencies: Uint32Array.from({ length: rows }, (_, row) => 1 + (row % 50)),
    scales: new Float32Array(rows).fill(0.01),
    vectors: components,
  });
  return packed.slice().buffer;
}

/** A model with a vocabulary of a few words. */
export function wordModel(small: SmallModel = {}): WordModel {
  return parseModel(wordModelBytes(small));
}
