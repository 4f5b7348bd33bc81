import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEdition } from '../../../lib/model/merge-edition';
import { edition, paperKey } from '../../support/builders';

const keys = fc.array(fc.constantFrom('a:1', 'a:2', 'a:3', 'a:4').map(paperKey), { maxLength: 8 });

describe('mergeEdition', () => {
  it('is the incoming one when none is known', () => {
    expect(mergeEdition(undefined, edition())).toEqual(edition());
  });

  it('takes the newer order and keeps at its end what only the older had', () => {
    const known = edition({ papers: ['a:1', 'a:2', 'a:3'].map(paperKey), fetchedAtMs: 1 });
    const merged = mergeEdition(known, edition({ papers: ['a:3', 'a:4'].map(paperKey), fetchedAtMs: 2 }));
    expect(merged).toMatchObject({ papers: ['a:3', 'a:4', 'a:1', 'a:2'], fetchedAtMs: 2 });
  });

  it('never shrinks and holds each paper once', () => {
    fc.assert(
      fc.property(keys, keys, (older, newer) => {
        const merged = mergeEdition(edition({ papers: older }), edition({ papers: newer })).papers;
        expect(new Set(merged)).toEqual(new Set([...older, ...newer]));
        expect(merged).toHaveLength(new Set(merged).size);
      }),
    );
  });
});
