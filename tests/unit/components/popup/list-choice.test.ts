import { describe, expect, it } from 'vitest';
import {
  editionSubtitle,
  editionTitle,
  listTabs,
  sinceSubtitle,
} from '../../../../components/popup/list-choice';
import type { EditionSpan } from '../../../../lib/model/feed/lists';
import { DAY } from '../../../../lib/model/dates';
import { day, NOW_MS } from '../../../support/builders';
import { edition, feedItem } from '../../../support/ui/papers';

describe('listTabs', () => {
  it('has rankings only for the source with upvotes', () => {
    expect(listTabs('arxiv', 0).map(({ value }) => value)).toEqual(['since', 'day', 'week', 'month']);
    expect(listTabs('hf-daily', 0).map(({ value }) => value)).toContain('rising');
  });

  it('counts what is new', () => {
    expect(listTabs('arxiv', 1200)[0]?.text).toBe('New 1,200');
    expect(listTabs('arxiv', 0)[0]?.text).toBe('New');
  });
});

describe('editionTitle', () => {
  it.each<[EditionSpan, string, string]>([
    ['day', '2026-06-09', 'Tuesday 9 June'],
    ['week', '2026-06-08', '8 – 14 June'],
    ['week', '2026-06-29', '29 June – 5 July'],
    ['week', '2025-12-29', '29 December – 4 January'],
    ['week', '2024-12-30', '30 December – 5 January 2025'],
    ['month', '2026-06-01', 'June 2026'],
    ['trending', '2026-06-09', 'Trending'],
    ['rising', '2026-06-09', 'Rising'],
  ])('of the %s of %s is %s', (span, date, title) => {
    expect(editionTitle({ source: 'hf-daily', span, date: day(date) }, NOW_MS)).toBe(title);
  });
});

describe('editionSubtitle', () => {
  it('counts, and says what the name does not', () => {
    const items = [feedItem(1, { isNew: true }), feedItem(2)];
    expect(editionSubtitle(edition(items))).toBe('2 papers · 1 new');
    expect(editionSubtitle(edition(items, { span: 'week' }))).toBe('2 papers · 1 new · most upvoted first');
    expect(editionSubtitle(edition([], { span: 'rising' }))).toBe('0 papers · gaining upvotes fastest');
  });
});

describe('sinceSubtitle', () => {
  it('says when the reader last visited, once that is known', () => {
    const since = { days: [], total: 3 };
    expect(sinceSubtitle({ ...since, sinceMs: NOW_MS - 2 * DAY }, NOW_MS)).toBe(
      '3 papers · you last looked 2 days ago',
    );
    expect(sinceSubtitle({ ...since, sinceMs: null }, NOW_MS)).toBe('3 papers');
  });
});
