import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SavedPaper } from '../../../lib/model/saved';
import { mergeImport, reconcile } from '../../../lib/reading-list/merge';
import { arxivId, doi, facts, NOW_MS, paperKey, savedPaper } from '../../support/builders';

const anyEntry = fc
  .record({
    number: fc.integer({ min: 1, max: 9 }),
    changedAtMs: fc.integer({ min: 1, max: 5 }),
    isRemoved: fc.boolean(),
  })
  .map(({ number, changedAtMs, isRemoved }) =>
    savedPaper({
      paper: facts({ ids: { arxiv: arxivId(`2605.0000${number}`) } }),
      changedAtMs,
      ...(isRemoved ? { removedAtMs: changedAtMs } : {}),
    }),
  );
const copy = fc.uniqueArray(anyEntry, { selector: ({ key }) => key });

const byKey = (...copies: readonly (readonly SavedPaper[])[]): ReadonlyMap<string, SavedPaper> =>
  new Map(copies.flat().map((item) => [item.key, item]));

describe('reconcile', () => {
  it('leaves both with the same entries, each the newer of the two, and deletes none', () => {
    fc.assert(
      fc.property(copy, copy, (database, mirror) => {
        const { toDatabase, toMirror } = reconcile(database, mirror);
        const left = byKey(database, toDatabase);
        const right = byKey(mirror, toMirror);
        expect(new Set(left.keys())).toEqual(new Set([...database, ...mirror].map(({ key }) => key)));
        expect(new Set(right.keys())).toEqual(new Set(left.keys()));
        for (const item of [...database, ...mirror]) {
          expect(left.get(item.key)?.changedAtMs).toBeGreaterThanOrEqual(item.changedAtMs);
          expect(right.get(item.key)?.changedAtMs).toBe(left.get(item.key)?.changedAtMs);
        }
      }),
    );
  });

  it('changes nothing if the copies are equal', () => {
    fc.assert(
      fc.property(copy, (both) => {
        expect(reconcile(both, both)).toEqual({ toDatabase: [], toMirror: [], restored: 0 });
      }),
    );
  });

  it('counts what only the mirror had and was not removed', () => {
    const kept = savedPaper();
    const removed = savedPaper({ paper: facts({ ids: { arxiv: arxivId('2605.00002') } }), removedAtMs: 1 });
    expect(reconcile([], [kept, removed]).restored).toBe(1);
    expect(reconcile([{ ...kept, changedAtMs: 0 }], [kept]).restored).toBe(0);
  });
});

const entry = (changedAtMs: number, overrides: Partial<SavedPaper> = {}) =>
  savedPaper({ changedAtMs, savedAtMs: 1, ...overrides });

describe('mergeImport', () => {
  it('adds what is new, with its own times', () => {
    expect(mergeImport([], [entry(5)], NOW_MS)).toEqual({
      added: [entry(5)],
      updated: [],
      unchanged: 0,
      dropped: 0,
    });
  });

  it.each([
    ['newer', 6, 'updated'],
    ['as old', 5, 'unchanged'],
    ['older', 4, 'unchanged'],
  ])('an entry %s than the known one is %s', (_, changedAtMs, outcome) => {
    const { updated, unchanged } = mergeImport([entry(5)], [entry(changedAtMs, { state: 'done' })], NOW_MS);
    expect(updated.length > 0 ? 'updated' : 'unchanged').toBe(outcome);
    expect(updated.length + unchanged).toBe(1);
  });

  it('knows a work by another id, and keeps the key it has here', () => {
    const known = entry(5, {
      paper: facts({ ids: { arxiv: arxivId('2606.00001'), doi: doi('10.1000/x') } }),
    });
    const paper = facts({ ids: { doi: doi('10.1000/x') }, title: 'Renamed in print by the publisher' });
    const { updated, added } = mergeImport([known], [entry(9, { paper })], NOW_MS);
    expect(added).toEqual([]);
    expect(updated).toMatchObject([{ key: 'arxiv:2606.00001', changedAtMs: 9 }]);
  });

  it('takes the newer of a file’s two entries for one paper', () => {
    const file = [entry(3, { state: 'to-read' }), entry(7, { state: 'done' })];
    const { added, unchanged } = mergeImport([], file, NOW_MS);
    expect(added).toMatchObject([{ state: 'done' }]);
    expect(unchanged).toBe(1);
  });

  it('brings back what was removed here, changed after its removal', () => {
    const removed = entry(NOW_MS + 50, { removedAtMs: NOW_MS });
    const { added } = mergeImport([removed], [entry(5)], NOW_MS);
    expect(added).toMatchObject([{ key: removed.key, changedAtMs: NOW_MS + 51 }]);
    expect(added[0]).not.toHaveProperty('removedAtMs');
  });

  it('counts dates of the future as now', () => {
    const { added } = mergeImport([], [entry(NOW_MS * 2, { savedAtMs: NOW_MS * 2 })], NOW_MS);
    expect(added).toMatchObject([{ changedAtMs: NOW_MS, savedAtMs: NOW_MS }]);
  });

  it('gives an entry whose key is another work’s its own', () => {
    const { added } = mergeImport([], [entry(5, { key: paperKey('acl:other') })], NOW_MS);
    expect(added).toMatchObject([{ key: 'arxiv:2606.00001' }]);
  });

  it('leaves a saved paper alone whose key another work’s entry claims', () => {
    const stranger = facts({
      ids: { doi: doi('10.1000/x') },
      title: 'Another work of other people',
      authors: [],
    });
    const claimed = entry(9, { key: paperKey('arxiv:2606.00001'), paper: stranger });
    const { added, updated } = mergeImport([entry(5)], [claimed], NOW_MS);
    expect(updated).toEqual([]);
    expect(added).toMatchObject([{ key: 'doi:10.1000/x' }]);
  });

  it('drops what nothing identifies', () => {
    const nobody = entry(5, { key: paperKey('title:x|y'), paper: facts({ ids: {}, authors: [] }) });
    expect(mergeImport([], [nobody], NOW_MS)).toEqual({ added: [], updated: [], unchanged: 0, dropped: 1 });
  });
});
