import { describe, expect, it } from 'vitest';
import type { EditionSpan } from '../../../../lib/model/feed/lists';
import { HF_DAILY } from '../../../../lib/sources/hf-daily/about';
import { arxivId, day } from '../../../support/builders';

describe('HF_DAILY', () => {
  it.each<[EditionSpan, string, string]>([
    ['day', '2026-06-09', '/date/2026-06-09'],
    ['week', '2026-06-08', '/week/2026-W24'],
    ['week', '2024-12-30', '/week/2025-W01'],
    ['week', '2026-12-28', '/week/2026-W53'],
    ['month', '2026-06-01', '/month/2026-06'],
    ['trending', '2026-06-09', '/trending'],
    ['rising', '2026-06-09', '#rising'], // No page of theirs: the ranking is ours.
  ])('links the %s of %s to %s', (span, date, path) => {
    expect(HF_DAILY.listUrl({ span, date: day(date) })).toBe(`https://huggingface.co/papers${path}`);
  });

  it('links its papers', () => {
    expect(HF_DAILY.paperUrl({ arxiv: arxivId('2606.00001') })).toBe(
      'https://huggingface.co/papers/2606.00001',
    );
  });
});
