import { describe, expect, it } from 'vitest';
import { absorbPaper, mergePaper, newPaper } from '../../../../lib/model/paper/merge';
import type { Provenance } from '../../../../lib/model/paper/paper';
import { doi, facts, NOW_MS, paper, paperKey } from '../../../support/builders';

const hf: Provenance = { source: 'hf-daily', fetchedAtMs: NOW_MS, link: 'https://huggingface.co/papers/1' };
const fromArxiv: Provenance = { source: 'arxiv', fetchedAtMs: NOW_MS, link: 'https://arxiv.org/abs/1' };

describe('newPaper', () => {
  it('turns a DOI issued by arXiv into the arXiv id', () => {
    const made = newPaper(
      paperKey('arxiv:2606.00001'),
      { facts: facts({ ids: { doi: doi('10.48550/arXiv.2606.00001') } }), provenance: hf },
      NOW_MS,
    );

    expect(made.ids).toEqual({ arxiv: '2606.00001' });
    expect(made).toMatchObject({ addedAtMs: NOW_MS, provenance: [hf] });
  });
});

describe('mergePaper', () => {
  it('keeps one provenance per source, the last', () => {
    const known = paper({ provenance: [{ ...hf, fetchedAtMs: 1 }, fromArxiv] });
    expect(mergePaper(known, { facts: facts(), provenance: hf }).provenance).toEqual([fromArxiv, hf]);
  });

  it('keeps key and day of adding, and leaves no key undefined', () => {
    const merged = mergePaper(paper({ addedAtMs: 5 }), { facts: facts(), provenance: hf });
    expect(merged).toMatchObject({ key: 'arxiv:2606.00001', addedAtMs: 5 });
    expect(Object.values(merged)).not.toContain(undefined);
  });
});

describe('absorbPaper', () => {
  const older = { ...hf, fetchedAtMs: NOW_MS - 1000 };

  it('keeps the first one’s key, every source of both and the earlier day of adding', () => {
    const first = paper({ key: paperKey('arxiv:2606.00001'), addedAtMs: 20, provenance: [older] });
    const other = paper({ key: paperKey('doi:10.1000/x'), addedAtMs: 10, provenance: [hf, fromArxiv] });

    const one = absorbPaper(first, other);

    expect(one).toMatchObject({ key: 'arxiv:2606.00001', addedAtMs: 10 });
    expect(one.provenance).toEqual([hf, fromArxiv]);
  });

  it.each([
    ['the other', NOW_MS - 1000, NOW_MS, 9],
    ['the first', NOW_MS, NOW_MS - 1000, 3],
  ])('takes the counts of %s when it was fetched last', (_, firstAtMs, otherAtMs, upvotes) => {
    const first = paper({ upvotes: 3, provenance: [{ ...hf, fetchedAtMs: firstAtMs }] });
    const other = paper({ upvotes: 9, provenance: [{ ...fromArxiv, fetchedAtMs: otherAtMs }] });
    expect(absorbPaper(first, other).upvotes).toBe(upvotes);
  });
});

describe('the origins of a paper', () => {
  it('are absent while one source has said all of it', () => {
    const again = { facts: facts({ upvotes: 9 }), provenance: hf };
    expect(mergePaper(paper(), again)).not.toHaveProperty('origins');
  });

  it('name the source of each fact once a second source is merged in', () => {
    const known = paper({ upvotes: 12 });
    const incoming = facts({ title: 'Coding agents that read whole repositories, revised', version: 2 });
    const merged = mergePaper(known, { facts: incoming, provenance: fromArxiv });

    expect(merged.origins?.title).toBe('arxiv');
    expect(merged.origins?.version).toBe('arxiv');
    expect(merged.origins?.upvotes).toBe('hf-daily');
    expect(merged.origins?.authors).toBe('hf-daily');
  });

  it('follow later changes', () => {
    const first = mergePaper(paper({ upvotes: 12 }), { facts: facts({ version: 2 }), provenance: fromArxiv });
    const later = mergePaper(first, {
      facts: facts({ upvotes: 20, title: 'An older title', version: 1 }),
      provenance: hf,
    });
    expect(later.origins?.upvotes).toBe('hf-daily');
    expect(later.origins?.version).toBe('arxiv');
    expect(later.title).toBe(first.title);
  });
});
