import { describe, expect, it } from 'vitest';
import { ARXIV_CATEGORIES, usualPapersPerList } from '../../../../lib/sources/arxiv/categories';

describe('ARXIV_CATEGORIES', () => {
  it('lists the 155 categories once each, sorted', () => {
    const ids = ARXIV_CATEGORIES.map(({ id }) => id);

    expect(ids).toHaveLength(155);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it.each([
    ['Computer Science', 40],
    ['Economics', 3],
    ['Electrical Engineering and Systems Science', 4],
    ['Mathematics', 32],
    ['Physics', 51],
    ['Quantitative Biology', 10],
    ['Quantitative Finance', 9],
    ['Statistics', 6],
  ])('has all of %s', (group, count) => {
    expect(ARXIV_CATEGORIES.filter((category) => category.group === group)).toHaveLength(count);
  });

  it.each([
    ['cs.CL', 'Computation and Language'],
    ['hep-th', 'High Energy Physics - Theory'],
    ['stat.ML', 'Machine Learning'],
  ])('names %s', (id, name) => {
    expect(ARXIV_CATEGORIES.find((category) => category.id === id)).toMatchObject({ name });
  });
});

describe('usualPapersPerList', () => {
  it('knows a number for each category', () => {
    for (const { id } of ARXIV_CATEGORIES) expect(usualPapersPerList(id)).toBeGreaterThan(0);
  });

  it('tells a large category from a small one', () => {
    expect(usualPapersPerList('cs.LG')).toBeGreaterThan(10 * usualPapersPerList('math.KT'));
  });
});
