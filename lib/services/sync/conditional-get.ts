import type { Database } from '../../db/open';
import { findValidators } from '../../db/sync';
import type { HttpGet } from '../../http';
import type { Validators } from '../../model/feed/request';

/** One answer's URL, and what the server calls its version. */
export interface AnswerVersion {
  readonly url: string;
  readonly validators: Validators | undefined;
}

/**
 * Makes a `get` that sends the validators of the URL's stored answer, and remembers those of the last new
 * one.
 *
 * They are to be stored with what was read from the answer, in one transaction: else a server would be told
 * that something is known which is not. Errors: as `get`; `NotModifiedError`.
 */
export function createConditionalGet(
  database: Database,
  get: HttpGet,
): { readonly get: HttpGet; readonly lastAnswer: () => AnswerVersion | undefined } {
  let last: AnswerVersion | undefined;
  return {
    get: async (url, options) =>
      get(url, {
        ...options,
        validators: await findValidators(database, url),
        onValidators: (validators) => {
          last = { url, validators };
        },
      }),
    lastAnswer: () => last,
  };
}
