import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SavedPaper } from '../../../lib/model/saved';
import { reconcile } from '../../../lib/reading-list/reconcile';
import { arxivId, facts, savedPaper } from '../../support/builders';

const entry = fc
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
const copy = fc.uniqueArray(entry, { selector: ({ key }) => key });

function apply(
  copyOf: readonly SavedPaper[],
  changes: readonly SavedPaper[],
): ReadonlyMap<string, SavedPaper> {
  return new Map([...copyOf, ...changes].map((item) => [item.key, item]));
}

describe('reconcile', () => {
  it('leaves both with the same entries, each the newer of the two, and deletes none', () => {
    fc.assert(
      fc.property(copy, copy, (database, mirror) => {
        const { toDatabase, toMirror } = reconcile(database, mirror);
        const left = apply(database, toDatabase);
        const right = apply(mirror, toMirror);
        expect(new Set(left.keys())).toEqual(new Set([...database, ...mirror].map(({ key }) => key)));
        expect(new Set(right.keys())).toEqual(new Set(left.keys()));
        for (const item of [...database, ...mirror]) {
          expect(left.get(item.key)?.changedAtMs).toBeGreaterThanOrEqual(item.changedAtMs);
          expect(right.get(item.key)?.changedAtMs).toBe(left.get(item.key)?.changedAtMs);
        }
      }),
    );
  });

  it('has nothing to do for equal copies', () => {
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
