import type { IsoDate } from '../dates';
import type { PaperKey, SourceId } from '../paper/paper';

/** The list of one day of a source. */
export interface Edition {
  readonly source: SourceId;
  readonly date: IsoDate;
  /** In the source's order. */
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
  /** Came with the package: never fetched, and perhaps only a part. */
  readonly isStarter?: true;
  /** Those of `papers` that arXiv lists in this category, but files under another. */
  readonly cross?: readonly PaperKey[];
  /** Papers of which arXiv announced a new version that day; not among `papers`. */
  readonly replaced?: readonly PaperKey[];
  /** Those of `papers` that the source's last whole list no longer had: deleted there, kept here. */
  readonly unlisted?: readonly PaperKey[];
}

/** A list that a source orders by itself, whatever the days: the newest response replaces it. */
export interface Ranking {
  readonly source: SourceId;
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
}

/** How arXiv announced a paper on a day; absent on items that are new. */
export type Announcement = 'cross' | 'replaced';
