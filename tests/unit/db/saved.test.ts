import { describe, expect, it } from 'vitest';
import { allSaved, deleteSaved, putSaved } from '../../../lib/db/saved';
import { arxivId, facts, savedPaper } from '../../support/builders';
import { failWrites, freshDatabase } from '../../support/database';

const one = savedPaper();
const other = savedPaper({ paper: facts({ ids: { arxiv: arxivId('2606.00002') } }) });

describe('saved papers', () => {
  it('are stored, replaced and deleted by key', async () => {
    const database = await freshDatabase()();
    await putSaved(database, [one, other]);
    await putSaved(database, [{ ...one, state: 'done' }]);
    await deleteSaved(database, [other.key]);
    expect(await allSaved(database)).toEqual([{ ...one, state: 'done' }]);
  });

  it('are stored all or none, with a code for a full disk', async () => {
    const database = await freshDatabase()();
    const broken = { ...other, paper: (() => other.paper) as unknown as typeof other.paper }; // Cannot be cloned.
    await expect(putSaved(database, [one, broken])).rejects.toMatchObject({ code: 'storage' });
    expect(await allSaved(database)).toEqual([]);

    const heal = failWrites('saved');
    await expect(putSaved(database, [one])).rejects.toMatchObject({ code: 'storage-full' });
    heal();
  });

  it('say so when they cannot be deleted', async () => {
    const database = await freshDatabase()();
    const refused = deleteSaved(database, [undefined as unknown as typeof one.key]); // No key at all.
    await expect(refused).rejects.toMatchObject({ code: 'storage' });
  });
});
