import type { ProviderId } from '../model/more-related';
import type { PaperKey } from '../model/paper/paper';
import { allOrNothing } from './transactions';
import { type Database, stored } from './open';
import type { Lookup, ProviderAnswer } from './schema';

/** Answers kept: those of 300 papers, some 10 MB at most. */
const MAX_ANSWERS = 300;

/** What a service last said about a paper. */
export async function findAnswer(
  database: Database,
  provider: ProviderId,
  key: PaperKey,
): Promise<ProviderAnswer | undefined> {
  return database.get('answers', [provider, key]);
}

/** Stores an answer, and deletes the oldest beyond the limit. Errors: `storage`, `storage-full`. */
export async function putAnswer(
  database: Database,
  answer: ProviderAnswer,
  maxAnswers = MAX_ANSWERS,
): Promise<void> {
  const transaction = database.transaction('answers', 'readwrite');
  const { store } = transaction;
  await allOrNothing(transaction, async () => {
    await store.put(answer);
    const surplus = (await store.count()) - maxAnswers;
    if (surplus <= 0) return;
    for (const key of await store.index('askedAtMs').getAllKeys(null, surplus)) await store.delete(key);
  });
}

/** What an API once said about a paper. */
export async function findLookup(database: Database, key: PaperKey): Promise<Lookup | undefined> {
  return database.get('lookups', key);
}

export async function putLookup(database: Database, lookup: Lookup): Promise<void> {
  await stored(database.put('lookups', lookup));
}
