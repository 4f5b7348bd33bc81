import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Database } from '../../../lib/db/open';
import { allSaved, deleteSaved, mirror, putSaved } from '../../../lib/db/saved';
import { arxivId, facts, savedPaper } from '../../support/builders';
import { failWrites, freshDatabase, quotaExceeded } from '../../support/database';
import { everySaved } from '../../support/samples';

const one = savedPaper();
const other = savedPaper({ paper: facts({ ids: { arxiv: arxivId('2606.00002') } }) });

let database: Database;

beforeEach(async () => {
  fakeBrowser.reset();
  database = await freshDatabase()();
});

describe('saved papers', () => {
  it('are stored, replaced and deleted by key', async () => {
    await putSaved(database, [one, other]);
    await putSaved(database, [{ ...one, state: 'done' }]);
    await deleteSaved(database, [other.key]);
    expect(await allSaved(database)).toEqual([{ ...one, state: 'done' }]);
  });

  it('are stored all or none, with a code for a full disk', async () => {
    const broken = { ...other, paper: (() => other.paper) as unknown as typeof other.paper }; // Cannot be cloned.
    await expect(putSaved(database, [one, broken])).rejects.toMatchObject({ code: 'storage' });
    expect(await allSaved(database)).toEqual([]);

    failWrites('saved');
    await expect(putSaved(database, [one])).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('fail with a code if they cannot be deleted', async () => {
    const refused = deleteSaved(database, [undefined as unknown as typeof one.key]); // No key at all.
    await expect(refused).rejects.toMatchObject({ code: 'storage' });
  });
});

describe('the mirror', () => {
  it('keeps one item per entry', async () => {
    await mirror.write([one, other]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).toSorted()).toEqual([
      'saved/arxiv:2606.00001',
      'saved/arxiv:2606.00002',
    ]);
    expect(await mirror.read()).toEqual([one, other]);
  });

  it('keeps every field of an entry, a removal too', async () => {
    const whole = { ...everySaved(), removedAtMs: 5 };
    await mirror.write([whole]);
    expect(await mirror.read()).toEqual([whole]);
  });

  it('replaces and deletes by key', async () => {
    await mirror.write([one, other]);
    await mirror.write([{ ...one, state: 'done' }]);
    await mirror.delete([other.key]);
    expect(await mirror.read()).toEqual([{ ...one, state: 'done' }]);
  });

  it('leaves other items alone, and keeps what does not parse', async () => {
    const odd = { 'saved/arxiv:x': { version: 9, of: 'the future' }, settings: { theme: 'dark' } };
    await fakeBrowser.storage.local.set(odd);
    await mirror.write([one]);

    expect(await mirror.read()).toEqual([one]);
    expect(await fakeBrowser.storage.local.get(Object.keys(odd))).toEqual(odd);
  });

  it('says when the disk is full', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(quotaExceeded());
    await expect(mirror.write([one])).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('remembers how many entries it gave back', async () => {
    expect(await mirror.readRestored()).toBe(0);
    await mirror.writeRestored(3);
    expect(await mirror.readRestored()).toBe(3);
    await fakeBrowser.storage.local.set({ restored: 'many' });
    expect(await mirror.readRestored()).toBe(0);
  });
});
