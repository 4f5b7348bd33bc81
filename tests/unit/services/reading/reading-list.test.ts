import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { deleteSaved, putSaved } from '../../../../lib/db/saved';
import { NO_FACTS } from '../../../../lib/model/paper/facts';
import type { ReadingState } from '../../../../lib/model/saved';
import { createReadingList } from '../../../../lib/services/reading/reading-list';
import { rescueSaved } from '../../../../lib/services/reading/saved-copies';
import { identityKeys } from '../../../../lib/model/paper/identity';
import { arxivId, doi, facts, NOW_MS, paperKey, savedPaper } from '../../../support/builders';
import { failWrites, freshDatabase } from '../../../support/database';
import { type FakeMirror, fakeMirror } from '../../../support/fake-mirror';
import { everySaved } from '../../../support/samples';

let open: OpenDatabase;
let mirror: FakeMirror;
let nowMs: number;
let changes: number;

beforeEach(() => {
  reset();
  vi.spyOn(console, 'error').mockReturnValue();
});

function reset(): void {
  open = freshDatabase();
  mirror = fakeMirror();
  nowMs = NOW_MS;
  changes = 0;
}

/** A worker just started. */
const start = () =>
  createReadingList({
    open,
    mirror,
    now: () => nowMs,
    onChange: async () => {
      changes++;
    },
  });

const NO_CHANGE = { added: 0, updated: 0, unchanged: 0, dropped: 0 };
const one = facts();
const other = facts({ ids: { doi: doi('10.1000/other') }, title: 'Another paper with a title of its own' });

describe('save', () => {
  it('adds a paper, tells of the change, and keeps it over a restart', async () => {
    const saved = await start().save(one, 'to-read');
    expect(saved).toEqual(savedPaper({ paper: one }));
    expect(changes).toBe(1);
    expect(await start().list()).toEqual({ papers: [saved], restored: 0 });
  });

  it('changes the state of what is saved, by any id, and keeps the day of saving', async () => {
    const list = start();
    await list.save({ ...other, title: 'Short' }, 'to-read');
    nowMs += 1000;
    const saved = await list.save(
      { ...other, ids: { ...other.ids, arxiv: arxivId('2606.00002') }, title: 'Short' },
      'done',
    );
    expect(saved).toMatchObject({
      key: 'doi:10.1000/other',
      state: 'done',
      savedAtMs: NOW_MS,
      changedAtMs: nowMs,
    });
    expect((await list.list()).papers).toHaveLength(1);
  });

  it('keeps what an earlier record knew', async () => {
    const list = start();
    const { abstract: _, ...bare } = one;
    await list.save(one, 'to-read');
    expect((await list.save(bare, 'reading')).paper).toEqual(one);
  });

  it('is not emptied by a page that knows less', async () => {
    const list = start();
    await list.save({ ...one, version: 3 }, 'to-read');
    const poorer = facts({
      title: 'Of the first version',
      version: 1,
      authors: [],
      categories: [],
      keywords: [],
    });
    expect((await list.save(poorer, 'done')).paper).toEqual({ ...one, version: 3 });
  });

  it('holds a paper without a title by its id, and takes the title from a later page', async () => {
    const list = start();
    const unnamed = facts({ title: '', authors: [], categories: [], keywords: [] });
    expect(await list.save(unnamed, 'to-read')).toMatchObject({ key: 'arxiv:2606.00001' });
    expect((await start().save(one, 'to-read')).paper.title).toBe(one.title);
  });

  it('brings a removed paper back as newly saved', async () => {
    const list = start();
    const { key } = await list.save(one, 'done');
    await list.remove(key);
    nowMs += 1000;
    const saved = await list.save(one, 'to-read');
    expect(saved).not.toHaveProperty('removedAtMs');
    expect(saved.savedAtMs).toBe(nowMs);
  });

  it('refuses what nothing identifies', async () => {
    const nobody = facts({ ids: {}, authors: [] });
    await expect(start().save(nobody, 'to-read')).rejects.toMatchObject({ code: 'not-a-paper' });
  });

  it('succeeds when only the announcement fails', async () => {
    const list = createReadingList({
      open,
      mirror,
      now: () => nowMs,
      onChange: () => Promise.reject(new Error('full')),
    });
    await list.save(one, 'to-read');
    expect(await list.count()).toBe(1);
  });

  it('fails when neither copy can be written', async () => {
    mirror.canWrite = false;
    const heal = failWrites('saved');
    await expect(start().save(one, 'to-read')).rejects.toMatchObject({ code: 'storage-full' });
    heal();
    expect(changes).toBe(0);
  });
});

describe('list', () => {
  it('gives the last saved first', async () => {
    const list = start();
    await list.save(one, 'to-read');
    nowMs += 1000;
    await list.save(other, 'to-read');
    await list.save(one, 'done');
    expect((await list.list()).papers.map(({ key }) => key)).toEqual([
      'doi:10.1000/other',
      'arxiv:2606.00001',
    ]);
  });

  it('says once what came back after a loss, even if the worker stopped before anybody asked', async () => {
    await start().save(one, 'to-read');
    await deleteSaved(await open(), [paperKey('arxiv:2606.00001')]);
    await start().states();

    const list = start();
    expect(await list.list()).toMatchObject({ papers: [{ key: 'arxiv:2606.00001' }], restored: 1 });
    expect(await list.list()).toMatchObject({ restored: 0 });
    expect(await start().list()).toMatchObject({ restored: 0 });
  });

  it('is given without the number when that is unknown', async () => {
    await start().save(one, 'to-read');
    mirror.readRestored = () => Promise.reject(new Error('unreadable'));
    expect(await start().list()).toMatchObject({ papers: [{ key: 'arxiv:2606.00001' }], restored: 0 });
  });
});

describe('remove and restore', () => {
  it('undo each other, state and day of saving included', async () => {
    const list = start();
    const { key } = await list.save(one, 'reading');
    await list.remove(key);
    expect((await list.list()).papers).toEqual([]);
    expect(await list.states()).toEqual([]);

    await start().restore(key);
    expect((await list.list()).papers).toMatchObject([{ key, state: 'reading', savedAtMs: NOW_MS }]);
    expect((await list.list()).papers[0]).not.toHaveProperty('removedAtMs');
  });

  it('hold when the database loses the removal, and within one tick of the clock', async () => {
    const list = start();
    const { key } = await list.save(one, 'to-read');
    const heal = failWrites('saved');
    await list.remove(key);
    heal();
    expect((await start().list()).papers).toEqual([]);
  });

  it('hold when the clock was put back a day in between', async () => {
    const list = start();
    const { key } = await list.save(one, 'to-read');
    nowMs -= 24 * 3_600_000;
    mirror.canWrite = false;
    await list.remove(key);
    mirror.canWrite = true;
    expect((await start().list()).papers).toEqual([]);
    expect(await start().count()).toBe(0);
  });

  it('of an unknown key do nothing', async () => {
    const list = start();
    await list.remove(paperKey('arxiv:2606.09999'));
    await list.restore(paperKey('arxiv:2606.09999'));
    expect(changes).toBe(0);
  });
});

describe('states', () => {
  it('knows a saved work by any of its ids, or by title and first author', async () => {
    const list = start();
    await list.save(one, 'reading');
    expect(await list.isSaved(one)).toBe(true);
    const renamed = { ...one, ids: { doi: doi('10.48550/arxiv.2606.00001') }, title: 'x' };
    expect(await list.isSaved(renamed)).toBe(true);
    expect(await list.isSaved({ ...one, ids: {} })).toBe(true);
    expect(await list.isSaved(other)).toBe(false);
    expect(await list.states()).toEqual([{ keys: identityKeys(one), state: 'reading' }]);
  });
});

describe('export and import', () => {
  it('bring every entry back on another machine', async () => {
    const entry = fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      abstract: fc.string({ unit: 'grapheme', maxLength: 60 }),
      state: fc.constantFrom<ReadingState>('to-read', 'reading', 'done'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(entry, { maxLength: 6, selector: ({ number }) => number }),
        async (saved) => {
          reset();
          for (const { number, title, abstract, state } of saved) {
            const ids = { arxiv: arxivId(`2605.${String(number).padStart(5, '0')}`) };
            nowMs += 1;
            await start().save(facts({ ids, title, abstract, authors: [`Author of ${number}`] }), state);
          }
          const before = (await start().list()).papers;
          const text = await start().export();
          expect(await start().import(text)).toEqual({ ...NO_CHANGE, unchanged: before.length });

          open = freshDatabase();
          mirror = fakeMirror();
          expect(await start().import(text)).toEqual({ ...NO_CHANGE, added: before.length });
          expect((await start().list()).papers).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leave removed papers out of the file', async () => {
    const list = start();
    const { key } = await list.save(one, 'to-read');
    await list.remove(key);
    expect(JSON.parse(await list.export())).toMatchObject({ papers: [] });
  });

  it('bring a removed paper back for good', async () => {
    const list = start();
    const { key } = await list.save(one, 'reading');
    const text = await list.export();
    nowMs += 1000;
    await list.remove(key);
    expect(await list.import(text)).toMatchObject({ added: 1 });
    expect((await start().list()).papers).toMatchObject([{ key, state: 'reading' }]);
  });

  it('never make an entry older', async () => {
    const list = start();
    await list.save(one, 'to-read');
    const text = await list.export();
    nowMs += 1000;
    await list.save(one, 'done');
    expect(await list.import(text)).toEqual({ added: 0, updated: 0, unchanged: 1, dropped: 0 });
    expect((await list.list()).papers).toMatchObject([{ state: 'done' }]);
  });

  it('refuse another file and change nothing', async () => {
    const list = start();
    await list.save(one, 'to-read');
    await expect(list.import('Dear reader')).rejects.toMatchObject({ code: 'bad-file' });
    expect((await list.list()).papers).toHaveLength(1);
    expect(changes).toBe(1);
  });

  it('count what is no paper and take the rest', async () => {
    const good = savedPaper({ paper: one });
    const nobody = { ...good, paper: facts({ ids: {}, authors: [] }) };
    const text = JSON.stringify({
      format: 'paperkin-reading-list',
      version: 1,
      papers: [good, null, { key: 'x' }, nobody],
    });
    expect(await start().import(text)).toEqual({ added: 1, updated: 0, unchanged: 0, dropped: 3 });
  });
});

describe('every field of the table', () => {
  const whole = everySaved();
  const listed = async () => (await start().list()).papers;
  beforeEach(async () => {
    await putSaved(await open(), [whole]);
    await start().count(); // Repairs the mirror.
  });

  it('survives the loss of the database', async () => {
    open = freshDatabase();
    expect(await listed()).toEqual([whole]);
  });

  it('survives the loss of the mirror', async () => {
    mirror = fakeMirror();
    await start().count();
    open = freshDatabase();
    expect(await listed()).toEqual([whole]);
  });

  it('survives a database that is deleted', async () => {
    mirror = fakeMirror();
    await rescueSaved([whole], mirror);
    open = freshDatabase();
    expect(await listed()).toEqual([whole]);
  });

  it('survives export and import', async () => {
    const text = await start().export();
    open = freshDatabase();
    mirror = fakeMirror();
    await start().import(text);
    expect(await listed()).toEqual([whole]);
  });

  it('survives another save, a removal and its undoing', async () => {
    nowMs += 1000;
    await start().save({ ...NO_FACTS, ids: whole.paper.ids }, whole.state);
    await start().remove(whole.key);
    await start().restore(whole.key);
    expect(await listed()).toEqual([{ ...whole, changedAtMs: nowMs + 2 }]);
  });
});

describe('clear', () => {
  it('deletes every entry for good and tells of it', async () => {
    const list = start();
    await list.save(one, 'to-read');
    await list.clear();
    expect(changes).toBe(2);
    expect(await start().list()).toEqual({ papers: [], restored: 0 });
    expect(mirror.entries.size).toBe(0);
  });
});
