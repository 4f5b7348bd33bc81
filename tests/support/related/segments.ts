import type { Paper } from '../../../lib/model/paper/paper';
import type { Segment } from '../../../lib/related/segments/segment';
import { parseSegment, packRows } from '../../../lib/related/segments/segment-file';
import { rowOf, tombstoneOf } from '../../../lib/related/segments/segment-row';
import type { WordModel } from '../../../lib/related/model/word-model';
import { paper, paperKey, papers } from '../builders';
import { createSplitter } from '../../../lib/related/explain/contributions';
import { findOccurrences } from '../../../lib/related/rank/features';
import { type PaperText, readWords } from '../../../lib/related/segments/paper-words';
import { readQuery } from '../../../lib/related/rank/rank-query';
import { cosineOf, scanVector } from '../../../lib/related/model/similarity';

/** A loaded segment: papers, and keys that it removes. Topics are the papers' keywords as given. */
export function segmentOf(model: WordModel, live: readonly Paper[], gone: readonly string[] = []): Segment {
  const rows = [
    ...live.map((one) => rowOf(model, one, one.keywords)),
    ...gone.map((key) => tombstoneOf(model, paperKey(key))),
  ];
  const segment = parseSegment(packRows(model.header, rows), model.header.version);
  if (segment === null) throw new Error('A builder made a segment that cannot be read.');
  return segment;
}

/** Papers with these titles, the first one `arxiv:2605.00001`, and nothing else that counts. */
export function titled(
  titles: readonly string[],
  make: (index: number) => Partial<Paper> = () => ({}),
): readonly Paper[] {
  const bare = { abstract: '', authors: [], keywords: [] };
  return papers(titles.length, (index) => ({ title: titles[index] ?? '', ...bare, ...make(index) }));
}

/** A loaded segment of papers with these titles. */
export function titledSegment(model: WordModel, ...given: Parameters<typeof titled>): Segment {
  return segmentOf(model, titled(...given));
}

/** Reads a paper for a query, and splits its score over its words, as the reasons do. */
export function splitPaper(model: WordModel, asked: Partial<PaperText>, given: Partial<PaperText>) {
  const query = readQuery(model, { title: '', ...asked, authors: [] });
  const texts = { title: '', abstract: '', ...given };
  const segment = segmentOf(model, [paper(texts)]);
  const cosine = cosineOf(scanVector(query.vector), segment, 0);
  const fields = readWords(texts);
  const contributions = createSplitter(model, query, query.vector)(findOccurrences(model, fields), cosine);
  return { query, segment, cosine, fields, contributions };
}

/** The sum of some or all parts. */
export function sumOf(parts: Iterable<number>): number {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
}
