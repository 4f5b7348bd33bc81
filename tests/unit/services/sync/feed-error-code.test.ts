import { describe, expect, it } from 'vitest';
import { AppError, NetworkError, ParseError } from '../../../../lib/errors';
import { feedErrorCode } from '../../../../lib/services/sync/feed-error-code';
import { quotaExceeded } from '../../../support/database';

describe('feedErrorCode', () => {
  it.each([
    [new NetworkError('blocked', 'HTTP 403'), 'blocked'],
    [new ParseError('HTML'), 'wrong-format'],
    [new AppError('storage-full', 'Full'), 'storage-full'],
    [quotaExceeded(), 'storage-full'],
    [new DOMException('Closed', 'InvalidStateError'), 'storage'],
    [new AppError('bad-file', 'Not of a feed'), 'unexpected'],
    [new TypeError('a bug'), 'unexpected'],
    ['a text', 'unexpected'],
  ])('of %s is %s', (error, code) => {
    expect(feedErrorCode(error)).toBe(code);
  });
});
