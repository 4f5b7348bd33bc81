import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mirror } from '../../../lib/db/mirror';
import { arxivId, facts, savedPaper } from '../../support/builders';
import { quotaExceeded } from '../../support/database';
import { everySaved } from '../../support/samples';

const one = savedPaper();
const other = savedPaper({ paper: facts({ ids: { arxiv: arxivId('2606.00002') } }) });

beforeEach(() => fakeBrowser.reset());

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

  it('leaves other items alone, and what does not parse where it is', async () => {
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
