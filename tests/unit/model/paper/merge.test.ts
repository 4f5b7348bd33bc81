import { describe, expect, it } from 'vitest';
import { absorbPaper, mergePaper, newPaper } from '../../../../lib/model/paper/merge';
import type { Paper, Provenance } from '../../../../lib/model/paper/paper';
import { arxivId, day, doi, facts, NOW_MS, paper, paperKey } from '../../../support/builders';

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
  it.each<[string, Partial<Paper>, Partial<Paper>, Partial<Paper>]>([
    ['a text by an empty one', { abstract: 'Long text' }, { abstract: '' }, { abstract: 'Long text' }],
    ['a title by an empty one', { title: 'A title' }, { title: '' }, { title: 'A title' }],
    ['authors by none', { authors: ['First Author'] }, { authors: [] }, { authors: ['First Author'] }],
    ['a count of authors by 0', { authorCount: 7 }, { authorCount: 0 }, { authorCount: 7 }],
    [
      'the first day',
      { publishedOn: day('2026-06-01') },
      { publishedOn: day('2026-06-05') },
      { publishedOn: day('2026-06-01') },
    ],
    [
      'a newer version’s title by an older one’s',
      { version: 2, title: 'New' },
      { version: 1, title: 'Old' },
      { version: 2, title: 'New' },
    ],
    ['a version by none', { version: 2, title: 'New' }, { title: 'Old' }, { version: 2, title: 'New' }],
  ])('never replaces %s', (_, known, incoming, expected) => {
    expect(mergePaper(paper(known), { facts: facts(incoming), provenance: hf })).toMatchObject(expected);
  });

  it('keeps the abstract if the newer record has none', () => {
    const { abstract: _, ...bare } = facts();
    const merged = mergePaper(paper({ abstract: 'Text' }), { facts: bare, provenance: hf });
    expect(merged.abstract).toBe('Text');
  });

  it('takes the newer version’s texts, and the counts that were fetched last', () => {
    const known = paper({ version: 1, title: 'Old', upvotes: 3, comments: 4 });
    const merged = mergePaper(known, {
      facts: facts({ version: 2, title: 'New', upvotes: 2 }),
      provenance: hf,
    });
    expect(merged).toMatchObject({ version: 2, title: 'New', upvotes: 2, comments: 4 });
  });

  it('only adds ids, categories and keywords', () => {
    const known = paper({
      ids: { arxiv: arxivId('2606.00001') },
      categories: ['cs.SE'],
      keywords: ['agents'],
    });
    const incoming = facts({ ids: { doi: doi('10.1000/x') }, categories: ['cs.CL', 'cs.SE'], keywords: [] });

    const merged = mergePaper(known, { facts: incoming, provenance: hf });

    expect(merged.ids).toEqual({ arxiv: '2606.00001', doi: '10.1000/x' });
    expect([...merged.categories].toSorted()).toEqual(['cs.CL', 'cs.SE']);
    expect(merged.keywords).toEqual(['agents']);
  });

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
