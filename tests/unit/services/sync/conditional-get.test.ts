import { describe, expect, it } from 'vitest';
import type { HttpGet, HttpGetOptions } from '../../../../lib/http';
import { createConditionalGet } from '../../../../lib/services/sync/conditional-get';
import { freshDatabase } from '../../../support/database';

const options = { signal: new AbortController().signal, accept: '*/*' };

describe('createConditionalGet', () => {
  it('sends what is stored for the URL, and remembers what the answer brings', async () => {
    const database = await freshDatabase()();
    await database.put('validators', { url: 'https://a.org/', etag: '"1"', storedAtMs: 0 });
    const sent: HttpGetOptions['validators'][] = [];
    const network: HttpGet = async (_, { validators, onValidators }) => {
      sent.push(validators);
      onValidators?.({ etag: '"2"' });
      return 'body';
    };
    const { get, lastAnswer } = createConditionalGet(database, network);

    expect(lastAnswer()).toBeUndefined();
    expect(await get('https://a.org/', options)).toBe('body');
    expect(lastAnswer()).toEqual({ url: 'https://a.org/', validators: { etag: '"2"' } });
    await get('https://a.org/other', options);
    expect(sent).toEqual([{ etag: '"1"' }, undefined]);
  });
});
