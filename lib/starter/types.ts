import type { IsoDate } from '../model/dates';
import type { PaperFacts } from '../model/paper/paper';
import type { TextRow } from '../related/segments/segment-row';

/** A paper of the starter feed: facts only, without abstract and names. */
export interface StarterPaper {
  readonly facts: PaperFacts;
  /** The day of the first list that had it. */
  readonly listedOn: IsoDate;
}

/** The feed that comes with the package: Hugging Face's most upvoted papers. */
export interface StarterFeed {
  /** Its newest list. */
  readonly date: IsoDate;
  /** Its oldest list. */
  readonly from: IsoDate;
  /** Which responses it was made of. */
  readonly origin: string;
  /** How it may be used. */
  readonly licence: string;
  readonly count: number;
  /** Some of its papers: newest list first, in a list the most upvoted first. */
  slice(start: number, end?: number): readonly StarterPaper[];
}

/** The rows of the starter feed's papers. */
export interface StarterRows {
  /** What they were made with (`PaperEncoder.version`): rows of different versions cannot be compared. */
  readonly version: string;
  /** In the order of the papers. */
  readonly rows: readonly TextRow[];
}
