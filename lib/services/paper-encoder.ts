import type { Paper } from '../model/paper';
import { parseModel } from '../related/model-file';
import { SEGMENT_FORMAT } from '../related/segment-file';
import { rowOf, type SegmentRow } from '../related/segment-row';
import type { WordModel } from '../related/word-model';

/** Reads papers into rows of segments. */
export interface PaperEncoder {
  readonly model: WordModel;
  /** Names everything that rows depend on: rows of another version are made anew. */
  readonly version: string;
  encode(paper: Paper): SegmentRow;
}

/** What finds the topics of papers, and its own version. */
export interface TopicFinder {
  readonly version: string;
  /** Canonical keys, best first. */
  topicKeysOf(paper: Paper): readonly string[];
}

/** Makes the encoder of a model's bytes. Errors: `Error` for bytes that are no model of this format. */
export function createPaperEncoder(modelBytes: ArrayBuffer, topics: TopicFinder): PaperEncoder {
  const model = parseModel(modelBytes);
  return {
    model,
    version: encoderVersion(model.header.version, topics.version),
    encode: (paper) => rowOf(model, paper, topics.topicKeysOf(paper)),
  };
}

/** Names everything that rows depend on: the words' vectors, the topics, and how rows are laid out. */
export function encoderVersion(words: string, topics: string): string {
  return `${words}-${topics}-${SEGMENT_FORMAT}`;
}
