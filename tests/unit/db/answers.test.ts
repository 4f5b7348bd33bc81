import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../lib/db/open';
import { findAnswer, findLookup, putAnswer, putLookup } from '../../../lib/db/answers';
import { clearFeed } from '../../../lib/db/feed';
import type { ProviderAnswer } from '../../../lib/db/schema';
import { facts, NOW_MS, paperKey } from '../../support/builders';
import { failWrites, freshDatabase } from '../../support/database';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
});

const answer = (number: number, overrides: Partial<ProviderAnswer> = {}): ProviderAnswer => ({
  provider: 'openalex',
  key: paperKey(`arxiv:2606.0000${number}`),
  papers: [],
  askedAtMs: NOW_MS + number,
  ...overrides,
});

describe('putAnswer and findAnswer', () => {
  it('keep the last answer of each service about each paper', async () => {
    await putAnswer(database, answer(1));
    await putAnswer(database, answer(1, { askedAtMs: NOW_MS + 50 }));
    await putAnswer(database, answer(1, { provider: 'semantic-scholar' }));

    expect(await findAnswer(database, 'openalex', answer(1).key)).toMatchObject({ askedAtMs: NOW_MS + 50 });
    expect(await findAnswer(database, 'semantic-scholar', answer(1).key)).toMatchObject({
      askedAtMs: NOW_MS + 1,
    });
    expect(await findAnswer(database, 'openalex', answer(2).key)).toBeUndefined();
  });

  it('delete the oldest when there are too many', async () => {
    for (const number of [3, 1, 2, 4]) await putAnswer(database, answer(number), 3);

    const kept = await Promise.all(
      [1, 2, 3, 4].map((number) => findAnswer(database, 'openalex', answer(number).key)),
    );

    expect(kept.map((found) => found !== undefined)).toEqual([false, true, true, true]);
  });

  it('are deleted with the feed, which they repeat', async () => {
    await putAnswer(database, answer(1));

    await clearFeed(database);

    expect(await findAnswer(database, 'openalex', answer(1).key)).toBeUndefined();
  });

  it('says that the disk is full', async () => {
    failWrites('answers');

    await expect(putAnswer(database, answer(1))).rejects.toMatchObject({ code: 'storage-full' });
  });
});

const key = paperKey('arxiv:2606.00001');

describe('lookups', () => {
  it('remember what an API said, and that it said nothing', async () => {
    await putLookup(database, { key, facts: facts(), fetchedAtMs: NOW_MS });
    await putLookup(database, { key: paperKey('arxiv:2606.00002'), fetchedAtMs: NOW_MS });

    expect(await findLookup(database, key)).toMatchObject({ facts: facts() });
    expect(await findLookup(database, paperKey('arxiv:2606.00002'))).not.toHaveProperty('facts');
    expect(await findLookup(database, paperKey('arxiv:2606.00003'))).toBeUndefined();
  });

  it('fail with a code when the disk is full', async () => {
    failWrites('lookups');
    await expect(putLookup(database, { key, fetchedAtMs: NOW_MS })).rejects.toMatchObject({
      code: 'storage-full',
    });
  });
});
