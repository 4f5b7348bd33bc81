import { describe, expect, it } from 'vitest';
import { ARXIV_CATEGORIES } from '../../../../lib/sources/arxiv/categories';
import { usualPapersPerList } from '../../../../lib/sources/arxiv/volume';

describe('usualPapersPerList', () => {
  it('knows a number for every category', () => {
    for (const { id } of ARXIV_CATEGORIES) expect(usualPapersPerList(id)).toBeGreaterThan(0);
  });

  it('tells a large category from a small one', () => {
    expect(usualPapersPerList('cs.LG')).toBeGreaterThan(10 * usualPapersPerList('math.KT'));
  });
});
