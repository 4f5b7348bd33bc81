import { bm25Weights, type Bm25Weights } from './bm25';
import { peopleOf, vectorOf } from '../segments/encode';
import { countFeatures, findOccurrences, type Occurrence } from './features';
import { hashText } from '../../text/hash';
import { type FieldWords, type PaperText, readWords } from '../segments/paper-words';
import type { WordModel } from '../model/word-model';

/** A paper or page to find related papers for. */
export interface QueryPaper extends PaperText {
  readonly authors: readonly string[];
  readonly organisation?: string;
}

/** What the ranking needs to know about it. */
export interface RankQuery {
  /** Its texts, and the words in them that count: the reasons come from them. */
  readonly fields: readonly FieldWords[];
  readonly occurrences: readonly Occurrence[];
  /** Unit length; all zeros when no word counts. */
  readonly vector: Float32Array;
  /** The model's direction of the papers that get cited. Shape: that of the vector. */
  readonly prior: readonly number[];
  readonly words: Bm25Weights;
  /** Hashes of its authors' names. */
  readonly authors: ReadonlySet<number>;
  readonly organisation: number | null;
  /** Hashes of its topics' canonical keys. */
  readonly topics: ReadonlySet<number>;
}

/** Reads a paper or page once for a look-up. `topics`: its canonical topic keys. Cost: some 0.3 ms. */
export function readQuery(model: WordModel, paper: QueryPaper, topics: readonly string[] = []): RankQuery {
  const fields = readWords(paper);
  const occurrences = findOccurrences(model, fields);
  const features = countFeatures(occurrences);
  const [organisation = null] = peopleOf({ authors: [], organisation: paper.organisation ?? '' });
  return {
    fields,
    occurrences,
    vector: vectorOf(model, features),
    prior: model.header.prior,
    words: bm25Weights(model, features.words),
    authors: new Set(peopleOf({ authors: paper.authors })),
    organisation,
    topics: new Set(topics.map(hashText)),
  };
}
