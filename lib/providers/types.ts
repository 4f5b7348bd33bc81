import type { HttpGet } from '../http';
import type { Cursor } from '../model/feed/request';
import type { ProviderId, ProviderPaper } from '../model/more-related';
import type { PaperIds } from '../model/paper/paper';

/** What one response said. */
export interface ProviderPage {
  /** Best first. */
  readonly papers: readonly ProviderPaper[];
  /** A further request that the answer needs, in place of this one's papers. */
  readonly next?: Cursor;
}

/** How a request may be made. */
export interface ProviderAccess {
  readonly get: HttpGet;
  readonly signal: AbortSignal;
  /** The reader's own, when there is one. */
  readonly apiKey?: string;
}

/**
 * What a provider says of itself: plain data, which pages, worker and Node can import. Interface, message
 * gate, settings and manifest derive what they know of the provider from it.
 */
export interface ProviderDescription<TId extends string = ProviderId> {
  /** Folder name, settings key, store key. Never changes. */
  readonly id: TId;
  readonly name: string;
  /** Who runs it, as `the non-profit OurResearch`. */
  readonly runBy: string;
  /** What it gives, to follow "gives". */
  readonly brings: string;
  /** What of the paper it is sent, to follow "is sent". */
  readonly sentId: string;
  /** What a reader without a key gets: a sentence. */
  readonly withoutKey: string;
  /** Match patterns of every host it is asked on; become optional host permissions. */
  readonly hosts: readonly string[];
  /** Pause between two requests. */
  readonly minIntervalMs: number;
  /** How its records may be used. */
  readonly licence: string;
}

/**
 * A service that is asked for papers related to one. It is told which, so it is off until the reader switches
 * it on, and its hosts are optional permissions. Knows bytes and the model, nothing of storage.
 */
export interface Provider extends ProviderDescription {
  /** The request for a paper, which holds the one id that is sent; null when the service knows none of them. */
  begin(ids: PaperIds): Cursor | null;
  /** One response body. Errors: `NetworkError`; `ParseError` for invalid JSON. */
  fetchPage(cursor: Cursor, access: ProviderAccess): Promise<unknown>;
  /** Reads a body. Leaves out bad records. Errors: `ParseError` when the envelope is wrong. */
  parse(raw: unknown, cursor: Cursor): ProviderPage;
}
