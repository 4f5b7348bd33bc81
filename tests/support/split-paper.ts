import { createSplitter } from '../../lib/related/explain/contributions';
import { findOccurrences } from '../../lib/related/rank/features';
import { type PaperText, readWords } from '../../lib/related/segments/paper-words';
import { readQuery } from '../../lib/related/rank/rank-query';
import { cosineOf, scanVector } from '../../lib/related/model/similarity';
import type { WordModel } from '../../lib/related/model/word-model';
import { paper } from './builders';
import { segmentOf } from './segments';

/** A paper read for a query, its score's parts split over its words, as the reasons do it. */
export function splitPaper(model: WordModel, asked: PaperText, texts: PaperText) {
  const query = readQuery(model, { ...asked, authors: [] });
  const segment = segmentOf(model, [paper({ abstract: '', ...texts })]);
  const cosine = cosineOf(scanVector(query.vector), segment, 0);
  const fields = readWords(texts);
  const contributions = createSplitter(model, query, query.vector)(findOccurrences(model, fields), cosine);
  return { query, segment, cosine, fields, contributions };
}

/** What is left of the parts of words, all of them or some. */
export function sumOf(parts: Iterable<number>): number {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
}
