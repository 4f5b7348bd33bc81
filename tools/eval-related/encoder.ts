import type { Paper, PaperKey } from '../../lib/model/paper/paper';
import type { PaperText } from '../../lib/related/segments/paper-words';
import { parseModel } from '../../lib/related/model/model-file';
import { type RankQuery, readQuery } from '../../lib/related/rank/rank-query';
import type { Segment } from '../../lib/related/segments/segment';
import { parseSegment, packRows } from '../../lib/related/segments/segment-file';
import { rowOf } from '../../lib/related/segments/segment-row';
import { createTopics } from '../../lib/topics/find/create-topics';
import { parseTopicsFile } from '../../lib/topics/vocabulary/topics-file';
import type { Line } from '../collections/json-lines';
import { type EvalPaper, paperOfLine } from './rows';

/** The contents of the shipped files, with which papers are read. */
export interface EncodeWith {
  readonly model: ArrayBuffer;
  readonly topics: ArrayBuffer;
}

/** What a thread starts with. */
export interface EncodeSetup extends EncodeWith {
  /** The corpus file, for messages about its lines. */
  readonly file: string;
  readonly keyPrefix: string;
}

/** Lines to encode. */
export type EncodeRequest = readonly Line[];

/** The papers of the lines as a segment's bytes, null if none is wanted; or what is wrong with them. */
export type EncodeAnswer =
  | { readonly ok: true; readonly bytes: ArrayBuffer | null }
  | { readonly ok: false; readonly message: string };

export type Encoder = ReturnType<typeof createEncoder>;

/**
 * Reads papers and queries as the extension's worker does: words, vectors, and the topics found in the texts.
 *
 * Errors: an `Error` for a file that is damaged.
 */
export function createEncoder(files: EncodeWith) {
  const model = parseModel(files.model);
  const topics = createTopics(parseTopicsFile(files.topics), { categories: [] });
  const topicsOf = ({ title, abstract = '' }: PaperText): readonly string[] =>
    topics.topicsOf({ title, abstract, keywords: [], categories: [] }).map(({ key }) => key);

  let titles = 0;

  return {
    /** Papers as the bytes of a segment. Cost: some 0.5 ms each. */
    pack: (papers: readonly EvalPaper[]): ArrayBuffer =>
      packRows(
        model.header,
        papers.map((paper) => rowOf(model, feedPaperOf(paper), topicsOf(paper))),
      ),

    /**
     * The segment that `pack` made, here or in another thread. Each paper has a title of its own: the ranking
     * takes papers of one title for copies of one work, while a collection's labels name each.
     */
    unpack(bytes: ArrayBuffer): Segment {
      const segment = parseSegment(bytes, model.header.version);
      if (segment === null) throw new Error('A segment was made with another model.');
      return { ...segment, titles: segment.titles.map(() => titles++) };
    },

    query: (text: PaperText): RankQuery => readQuery(model, { ...text, authors: [] }, topicsOf(text)),
  };
}

/** A paper of the feed of which no more is known than its texts. */
function feedPaperOf({ key, title, abstract }: EvalPaper): Paper {
  return {
    key: key as PaperKey, // The file's own keys: they only tell its papers apart.
    ids: {},
    title,
    abstract,
    authors: [],
    authorCount: 0,
    categories: [],
    keywords: [],
    addedAtMs: 0,
    provenance: [],
  };
}

/**
 * Packs the papers of some lines as a segment's bytes; null if none is wanted.
 *
 * Errors: an `Error` that names file and line.
 */
export function encodeLines(
  encoder: Encoder,
  { file, keyPrefix }: Pick<EncodeSetup, 'file' | 'keyPrefix'>,
  lines: EncodeRequest,
): ArrayBuffer | null {
  const papers = lines.map((line) => paperOfLine(file, line)).filter(({ key }) => key.startsWith(keyPrefix));
  return papers.length === 0 ? null : encoder.pack(papers);
}
