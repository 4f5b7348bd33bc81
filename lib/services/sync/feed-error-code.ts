import { storageError } from '../../db/open';
import { AppError } from '../../errors';
import type { FeedErrorCode } from '../../model/feed/request';

/** The code under which a failed request is stored and shown; `unexpected` for an error that is none of ours. */
export function feedErrorCode(error: unknown): FeedErrorCode {
  // Reads of IndexedDB throw what the browser throws.
  const coded = error instanceof DOMException ? storageError(error) : error;
  if (!(coded instanceof AppError)) return 'unexpected';
  return isFeedErrorCode(coded.code) ? coded.code : 'unexpected';
}

const FEED_ERROR_CODES: Readonly<Record<FeedErrorCode, true>> = {
  blocked: true,
  'empty-list': true,
  'http-error': true,
  network: true,
  'not-found': true,
  'rate-limited': true,
  'server-error': true,
  storage: true,
  'storage-full': true,
  timeout: true,
  'too-large': true,
  unexpected: true,
  'wrong-format': true,
};

function isFeedErrorCode(code: string): code is FeedErrorCode {
  return Object.hasOwn(FEED_ERROR_CODES, code);
}
