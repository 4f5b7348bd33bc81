import type { ArxivId, Doi, AclId, OpenreviewId, Pmcid, Pmid, S2Id } from './ids';
import type { IsoDate } from '../dates';

/** Ids of one work, each in its normal form; absent when unknown. */
export interface PaperIds {
  readonly arxiv?: ArxivId;
  readonly doi?: Doi;
  readonly openreview?: OpenreviewId;
  readonly acl?: AclId;
  readonly pmid?: Pmid;
  readonly pmcid?: Pmcid;
  readonly s2?: S2Id;
}

/** Key of a paper in the store: its first known id (`arxiv:2606.07297`), or its title and first author. */
export type PaperKey = string & { readonly __brand: 'PaperKey' };

/**
 * Ids that the tables of sources and providers add by declaration merging (`lib/sources/index.ts`,
 * `lib/providers/index.ts`): the model names none of them, and the compiler still knows them all.
 */
export interface KnownIds {}

/** Names a source in files, settings, stored rows and fixtures. Ids never change. */
export type SourceId = KnownIds['source'];

/** Says which response a record was read from. */
export interface Provenance {
  readonly source: SourceId;
  /** Ms since epoch. */
  readonly fetchedAtMs: number;
  /** The paper's page at the source. */
  readonly link: string;
  /** The record came with the package, and no response has updated it since. */
  readonly isStarter?: true;
}

/** What is known of one work, from any source or page. Text is plain: white space collapsed, no markup. */
export interface PaperFacts {
  readonly ids: PaperIds;
  /** Empty when only an id is known. */
  readonly title: string;
  readonly abstract?: string;
  /** Names to show, in order, without hidden authors. */
  readonly authors: readonly string[];
  /** May exceed `authors.length` when only the number is known. */
  readonly authorCount: number;
  readonly organisation?: string;
  /** The first version's day. */
  readonly publishedOn?: IsoDate;
  /** Newest version seen. */
  readonly version?: number;
  /** ArXiv categories, primary first: `cs.SE`. */
  readonly categories: readonly string[];
  /** The feed's own keywords, as given. */
  readonly keywords: readonly string[];
  readonly upvotes?: number;
  readonly comments?: number;
  /** The source's own one-sentence summary, made by a language model. */
  readonly aiSummary?: string;
  readonly codeUrl?: string;
  readonly codeStars?: number;
  readonly projectUrl?: string;
}

/** Counts that a paper had. */
export interface CountSnapshot {
  /** When they were fetched, ms since epoch. */
  readonly atMs: number;
  readonly upvotes: number;
  readonly comments?: number;
}

/** The source of each fact, for a paper that several sources have. */
export type FactOrigins = Readonly<Partial<Record<keyof PaperFacts, SourceId>>>;

/** One paper of the feed. */
export interface Paper extends PaperFacts {
  readonly key: PaperKey;
  /** When the feed first held it, ms since epoch: whatever is newer than the last visit is "new". */
  readonly addedAtMs: number;
  /** The earliest edition that lists it. */
  readonly listedOn?: IsoDate;
  /** One entry per source that has it. */
  readonly provenance: readonly Provenance[];
  /** The source of each fact; absent while there is only one source (`mergePaper`). */
  readonly origins?: FactOrigins;
  /** A few earlier values of `upvotes` and `comments`, oldest first. */
  readonly earlierCounts?: readonly CountSnapshot[];
}
