import type { Paper, PaperKey } from '../../model/paper/paper';
import { parseModel } from '../../related/model/model-file';
import { SEGMENT_FORMAT } from '../../related/segments/segment-file';
import { rowOf, rowWithTexts, type SegmentRow, type TextRow } from '../../related/segments/segment-row';
import type { WordModel } from '../../related/model/word-model';

/** Makes rows of papers. */
export interface PaperEncoder {
  readonly model: WordModel;
  /** Names all that rows depend on: rows of another version are made anew. */
  readonly version: string;
  encode(paper: Paper): SegmentRow;
}

/** Finds the topics of papers. */
export interface TopicFinder {
  readonly version: string;
  /** Canonical keys, best first. */
  topicKeysOf(paper: Paper): readonly string[];
}

/** Rows that come with the package, made from more than the papers' records hold. */
export interface PackagedRows {
  /** The row of a paper; undefined when there is none of this version, or none is loaded. */
  find(key: PaperKey, version: string): TextRow | undefined;
}

/**
 * Makes an encoder from a model's bytes. A paper without abstract gets its packaged row if there is one.
 *
 * Errors: `Error` for bytes that are no model of this format.
 */
export function createPaperEncoder(
  modelBytes: ArrayBuffer,
  topics: TopicFinder,
  packaged?: PackagedRows,
): PaperEncoder {
  const model = parseModel(modelBytes);
  const version = encoderVersion(model.header.version, topics.version);
  return {
    model,
    version,
    encode(paper) {
      const texts = paper.abstract === undefined ? packaged?.find(paper.key, version) : undefined;
      return texts === undefined
        ? rowOf(model, paper, topics.topicKeysOf(paper))
        : rowWithTexts(paper, texts);
    },
  };
}

/** Names all that rows depend on: the vectors of words, the topics, and the layout of rows. */
export function encoderVersion(words: string, topics: string): string {
  return `${words}-${topics}-${SEGMENT_FORMAT}`;
}
