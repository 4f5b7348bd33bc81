import type { PaperFacts } from '../../model/paper/paper';

/** A subject that papers share, under its canonical name. */
export interface Topic {
  /**
   * Identifies a topic in every session: the folded terms of the canonical name, joined with a space (`large
   * language model`). An arXiv category and a name with the same spelling (Robotics) are one topic.
   */
  readonly key: string;
  /** What people read: `large language models`. */
  readonly name: string;
  /** A name that papers share, or an arXiv category. */
  readonly kind: 'category' | 'name';
}

/** What the tagger reads of a paper or page. */
export type TaggedPaper = Pick<PaperFacts, 'abstract' | 'categories' | 'keywords' | 'title'>;

/** An arXiv category, as the sources' table has it. */
export interface CategoryName {
  /** As arXiv writes it: `cs.CL`. */
  readonly id: string;
  readonly name: string;
}

/**
 * The topics that Paperkin knows, made by `createTopics(parseTopicsFile(bytes), { categories })`
 * (`create-topics.ts`). Pages of topics: `topic-pages.ts`.
 */
export interface Topics {
  /** It changes with the shipped file: topics stored under another version must be found again. */
  readonly version: string;

  /**
   * The topics of a paper, best first: at most five names, its own keywords before what its text has, weighed
   * by what was learnt from the feed; then at most three arXiv categories by their readable names. If there
   * is room for five only, show the first five.
   *
   * Errors: none; an empty text without keywords and categories gives an empty list. Cost: some 0.2 ms for an
   * abstract of 1,500 characters; a text is read up to 20,000.
   */
  topicsOf(paper: TaggedPaper): readonly Topic[];

  /**
   * The canonical key of a name as people or sources write it (`LLMs`, `Large-Language Model (LLM)`,
   * `cs.CL`), also for a keyword of the feed or a typed `topic:` query. Null for a name that is not a known
   * topic.
   */
  keyOf(name: string): string | null;

  /** Every known topic: those of the shipped file, and the categories. Cost: some 5 ms. */
  all(): readonly Topic[];

  /** What to show for a key of `keyOf` or `topicsOf`; null for a key that is not a known topic. */
  nameOf(key: string): string | null;
}
