import type { FeedErrorCode } from './model/feed';

/** Codes of every failure that a caller may have to tell apart. */
export type ErrorCode =
  | FeedErrorCode
  | 'bad-file'
  | 'bad-message'
  | 'forbidden'
  | 'not-a-paper'
  | 'reload-page'
  | 'unavailable';

/**
 * Base of all expected failures. `message` is for developers; `components/words.ts` has the words for
 * readers.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A request that failed. `retryAtMs` is set when the server said when to come back. */
export class NetworkError extends AppError {
  override readonly name = 'NetworkError';
  declare readonly code: FeedErrorCode;
  /** Ms since epoch. */
  readonly retryAtMs: number | undefined;

  constructor(
    code: FeedErrorCode,
    message: string,
    options?: ErrorOptions & { readonly retryAtMs?: number },
  ) {
    super(code, message, options);
    this.retryAtMs = options?.retryAtMs;
  }
}

/**
 * A response, file or page whose envelope is not what its format promises. Single bad records are counted
 * instead.
 */
export class ParseError extends AppError {
  override readonly name = 'ParseError';
  declare readonly code: FeedErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super('wrong-format', message, options);
  }
}
