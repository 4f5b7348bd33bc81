import { describe, expect, it } from 'vitest';
import { ARXIV } from '../../../../lib/sources/arxiv/about';
import { arxivId, day } from '../../../support/builders';

describe('ARXIV', () => {
  it('links its lists and papers', () => {
    expect(ARXIV.listUrl({ span: 'week', date: day('2026-06-08') })).toBe(
      'https://arxiv.org/list#week-2026-06-08',
    );
    expect(ARXIV.paperUrl({ arxiv: arxivId('2606.00001') })).toBe('https://arxiv.org/abs/2606.00001');
  });
});
