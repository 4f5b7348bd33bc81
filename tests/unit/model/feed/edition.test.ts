import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEdition } from '../../../../lib/model/feed/edition';
import { edition, paperKey } from '../../../support/builders';

const keys = fc.array(fc.constantFrom('a:1', 'a:2', 'a:3', 'a:4').map(paperKey), { maxLength: 8 });

describe('mergeEdition', () => {
  it('is the incoming one if none is known', () => {
    expect(mergeEdition(undefined, edition())).toEqual(edition());
  });

  it('takes the newer order and appends what only the older one had', () => {
    const known = edition({ papers: ['a:1', 'a:2', 'a:3'].map(paperKey), fetchedAtMs: 1 });
    const merged = mergeEdition(known, edition({ papers: ['a:3', 'a:4'].map(paperKey), fetchedAtMs: 2 }));
    expect(merged).toMatchObject({ papers: ['a:3', 'a:4', 'a:1', 'a:2'], fetchedAtMs: 2 });
  });

  it('marks papers missing from the source’s complete list until they are back', () => {
    const known = edition({ papers: ['a:1', 'a:2', 'a:3'].map(paperKey) });
    const whole = edition({ papers: ['a:1', 'a:3'].map(paperKey) });
    const marked = mergeEdition(known, whole, true);
    expect(marked).toMatchObject({ papers: ['a:1', 'a:3', 'a:2'], unlisted: ['a:2'] });
    expect(mergeEdition(marked, whole)).toMatchObject({ unlisted: ['a:2'] });
    expect(mergeEdition(marked, edition({ papers: [paperKey('a:2')] }))).not.toHaveProperty('unlisted');
  });

  it.each([
    ['partial', false, ['a:1', 'a:2']],
    ['a list with less than half of what was known', true, ['a:1']],
    ['empty', true, []],
  ])('marks nothing when the response is %s', (_, isWhole, papers) => {
    const known = edition({ papers: ['a:1', 'a:2', 'a:3'].map(paperKey) });
    const merged = mergeEdition(known, edition({ papers: papers.map(paperKey) }), isWhole);
    expect(merged).not.toHaveProperty('unlisted');
    expect(merged.papers).toHaveLength(3);
  });

  it('separates cross-lists and replacements: new in one category is new', () => {
    const known = edition({
      papers: ['a:1', 'a:2', 'a:3'].map(paperKey),
      cross: ['a:1', 'a:2'].map(paperKey),
      replaced: ['a:8'].map(paperKey),
    });
    const other = edition({
      papers: ['a:1', 'a:4'].map(paperKey),
      cross: ['a:4'].map(paperKey),
      replaced: ['a:3', 'a:9'].map(paperKey),
    });
    expect(mergeEdition(known, other)).toMatchObject({
      papers: ['a:1', 'a:4', 'a:2', 'a:3'],
      cross: ['a:4', 'a:2'],
      replaced: ['a:9', 'a:8'],
    });
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
