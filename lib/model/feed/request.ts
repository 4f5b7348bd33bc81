/**
 * Names one request of a source. JSON: the queue of a sync is stored as cursors, so that it survives the
 * worker.
 */
export type Cursor = { readonly kind: string } & Readonly<
  Record<string, number | string | readonly string[]>
>;

/** Why records were left out, and how many: shown, never hidden. */
export interface DropCount {
  readonly reason: DropReason;
  readonly count: number;
}

export type DropReason = 'no-authors' | 'no-date' | 'no-id' | 'no-title' | 'not-an-object';

/** Why a request or a job failed; each has words in `components/words/words.ts`. */
export type FeedErrorCode =
  | 'blocked'
  /** A day that had papers came back without any. */
  | 'empty-list'
  | 'http-error'
  | 'network'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'storage'
  | 'storage-full'
  | 'timeout'
  | 'too-large'
  | 'unexpected'
  | 'wrong-format';

/** What a server calls the version of an answer (RFC 9110, 8.8), to be sent back with the next request. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}
