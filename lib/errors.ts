import type { FeedErrorCode } from './model/feed/request';
import type { WaitReason } from './model/feed/job';

/** Codes of all failures that a caller may need to tell apart. */
export type ErrorCode =
  | FeedErrorCode
  | 'bad-file'
  | 'bad-message'
  | 'forbidden'
  | 'no-permission'
  | 'not-a-paper'
  | 'not-modified'
  | 'not-now'
  | 'reload-page'
  | 'switched-off'
  | 'unavailable';

/**
 * Base class of all expected failures. `message` is for developers; the words for readers are in
 * `components/words/words.ts`.
 */
export class AppError extends Error {
  override readonly name: string = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A failed request. `retryAtMs` is set when the server said when to come back. */
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

/** The answer that we have is still the server's: nothing is wrong, and nothing is new. */
export class NotModifiedError extends AppError {
  override readonly name = 'NotModifiedError';

  constructor(url: string) {
    super('not-modified', `Not modified: ${url}`);
  }
}

/** A request that must not be made yet; none was made. */
export class NotNowError extends AppError {
  override readonly name = 'NotNowError';
  readonly reason: WaitReason;
  /** Ms since epoch. */
  readonly untilMs: number;

  constructor(reason: WaitReason, untilMs: number) {
    super('not-now', `No request before ${new Date(untilMs).toISOString()}: ${reason}`);
    this.reason = reason;
    this.untilMs = untilMs;
  }
}

/** A response, file or page whose envelope breaks its format. Single bad records are counted instead. */
export class ParseError extends AppError {
  override readonly name = 'ParseError';
  declare readonly code: FeedErrorCode;

  constructor(message: string, options?: ErrorOptions) {
    super('wrong-format', message, options);
  }
}
