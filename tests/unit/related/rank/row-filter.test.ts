import { describe, expect, it } from 'vitest';
import { createRowFilter, type PaperFilter } from '../../../../lib/related/rank/row-filter';
import { arxivId, day, NOW_MS, paper } from '../../../support/builders';
import { segmentOf } from '../../../support/segments';
import { wordModel } from '../../../support/word-model';

const bySource = (source: 'arxiv' | 'hf-daily') => [
  { source, fetchedAtMs: NOW_MS, link: 'https://example.org' },
];
const segment = segmentOf(wordModel(), [
  paper({ publishedOn: day('2026-06-01'), keywords: ['flow matching'], provenance: bySource('arxiv') }),
  paper({
    ids: { arxiv: arxivId('2606.00002') },
    publishedOn: day('2026-06-02'),
    keywords: ['coding agents', 'flow matching'],
    provenance: [...bySource('arxiv'), ...bySource('hf-daily')],
  }),
  paper({
    ids: { arxiv: arxivId('2606.00003') },
    publishedOn: day('2026-06-03'),
    keywords: [],
    provenance: bySource('hf-daily'),
  }),
]);

describe('createRowFilter', () => {
  it.each<[string, PaperFilter, readonly number[]]>([
    ['a topic', { topic: 'flow matching' }, [0, 1]],
    ['a topic that no paper has', { topic: 'ocean waves' }, []],
    ['a source', { source: 'hf-daily' }, [1, 2]],
    ['a first day', { from: day('2026-06-02') }, [1, 2]],
    ['a last day', { until: day('2026-06-02') }, [0, 1]],
    ['one day', { from: day('2026-06-02'), until: day('2026-06-02') }, [1]],
    ['all of them', { topic: 'flow matching', source: 'hf-daily', until: day('2026-06-03') }, [1]],
  ])('asked for %s lets the right rows through', (_, filter, expected) => {
    const isWanted = createRowFilter(filter);
    expect([0, 1, 2].filter((row) => isWanted?.(segment, row))).toEqual(expected);
  });

  it('makes none when nothing is asked for', () => {
    expect(createRowFilter({})).toBeUndefined();
  });
});
