import { describe, expect, it } from 'vitest';
import type { PopupState } from '../../../../components/popup/popup-state';
import { saveList, shownList } from '../../../../components/popup/shown-list';
import type { EditionSpan } from '../../../../lib/model/feed/lists';
import { day, NOW_MS } from '../../../support/builders';
import { exportedList } from '../../../support/feed/exported-list';
import { edition, feedItem } from '../../../support/ui/papers';

const listOf = (state: PopupState) => shownList(state, 'hf-daily', NOW_MS);

describe('shownList', () => {
  it.each<[EditionSpan, string, string, string]>([
    ['day', '2026-06-09', 'https://huggingface.co/papers/date/2026-06-09', 'Hugging Face, Tuesday 9 June'],
    ['week', '2026-06-08', 'https://huggingface.co/papers/week/2026-W24', 'Hugging Face, 8 – 14 June'],
    [
      'week',
      '2024-12-30',
      'https://huggingface.co/papers/week/2025-W01',
      'Hugging Face, 30 December – 5 January 2025',
    ],
    ['month', '2026-06-01', 'https://huggingface.co/papers/month/2026-06', 'Hugging Face, June 2026'],
    ['trending', '2026-06-09', 'https://huggingface.co/papers/trending', 'Hugging Face, Trending'],
  ])('names the %s of %s by its page', (span, date, url, title) => {
    const shown = listOf({ kind: 'edition', edition: edition([feedItem(1)], { span, date: day(date) }) });

    expect(shown).toMatchObject({
      url,
      title,
      fileName: `hugging-face-${span}-${date}`,
      updatedAtMs: NOW_MS,
    });
  });

  it('takes what is new of all days, and what was found', () => {
    const days = [1, 2].map((number) => ({
      source: 'arxiv' as const,
      date: day('2026-06-09'),
      papers: [feedItem(number)],
    }));
    const since = listOf({ kind: 'since', since: { sinceMs: 0, days, total: 2 } });
    const found = listOf({ kind: 'found', text: 'flow', items: [feedItem(3)] });

    expect(since?.papers.map(({ title }) => title)).toEqual(['Paper number 1', 'Paper number 2']);
    expect(found).toMatchObject({ title: 'Papers found for “flow”', fileName: 'search-2026-06-10' });
  });

  it.each<PopupState>([
    { kind: 'loading' },
    { kind: 'empty', problem: null, status: null },
    { kind: 'no-list' },
    { kind: 'edition', edition: edition([]) },
  ])('is none for %j', (state) => {
    expect(listOf(state)).toBeNull();
  });
});

describe('saveList', () => {
  it('offers the list as a file of the format', () => {
    const files: string[][] = [];

    saveList({ ...exportedList(), fileName: 'arxiv-day-2026-06-09' }, 'atom', (...file) => {
      files.push(file.map(String));
    });

    expect(files).toEqual([
      ['paperkin-arxiv-day-2026-06-09.atom.xml', expect.stringContaining('<feed'), 'application/atom+xml'],
    ]);
  });
});
