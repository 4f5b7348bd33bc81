import { describe, expect, it } from 'vitest';
import type { PopupState } from '../../../../components/popup/popup-state';
import { saveList, shownList } from '../../../../components/popup/shown-list';
import { day, NOW_MS } from '../../../support/builders';
import { exportedList } from '../../../support/feed/exported-list';
import { edition, feedItem } from '../../../support/ui/papers';

const listOf = (state: PopupState) => shownList(state, 'hf-daily', NOW_MS);

describe('shownList', () => {
  it('names an edition by its page', () => {
    const week = edition([feedItem(1)], { span: 'week', date: day('2024-12-30') });

    expect(listOf({ kind: 'edition', edition: week })).toMatchObject({
      url: 'https://huggingface.co/papers/week/2025-W01',
      title: 'Hugging Face, 30 December – 5 January 2025',
      fileName: 'hugging-face-week-2024-12-30',
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
