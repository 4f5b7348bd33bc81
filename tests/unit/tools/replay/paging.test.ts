import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../lib/model/dates';
import { dailyPapers } from '../../../../tools/replay/paging';
import type { DailyItem, ReplayLibrary } from '../../../../tools/replay/types';

const DATES = ['2026-06-09', '2026-06-08', '2026-06-05', '2026-05-29'] as IsoDate[];

/** 120 papers on the newest day, three on each of the others. */
const library: Pick<ReplayLibrary, 'edition' | 'editionDates'> = {
  editionDates: DATES,
  edition: (date) => items(date, date === DATES[0] ? 120 : DATES.includes(date) ? 3 : 0),
};

function items(date: string, count: number): readonly DailyItem[] {
  return Array.from({ length: count }, (_, index) => ({ paper: { id: `${date}#${index}`, upvotes: index } }));
}

function ask(query: string) {
  const { status, body } = dailyPapers(library, new URLSearchParams(query));
  const value: unknown = JSON.parse(String(body));
  return { status, ids: Array.isArray(value) ? value.map((item: DailyItem) => item.paper.id) : [] };
}

describe('dailyPapers', () => {
  it('returns fifty papers of the newest day by default', () => {
    const { ids } = ask('');
    expect(ids).toHaveLength(50);
    expect(ids[0]).toBe('2026-06-09#0');
  });

  it('returns every paper of a long day once across pages, then an empty list', () => {
    const pages = [0, 1, 2, 3].map((page) => ask(`date=2026-06-09&p=${page}`).ids);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20, 0]);
    expect(new Set(pages.flat()).size).toBe(120);
  });

  it.each([
    ['date=2026-06-07', 0],
    ['date=2026-06-08', 3],
    ['date=2026-06-09&limit=100', 100],
  ])('answers %s with %i papers', (query, count) => {
    expect(ask(query)).toMatchObject({ status: 200, ids: { length: count } });
  });

  it('puts the most upvoted first for trending papers', () => {
    expect(ask('date=2026-06-08&sort=trending').ids).toEqual([
      '2026-06-08#2',
      '2026-06-08#1',
      '2026-06-08#0',
    ]);
  });

  it.each(['limit=101', 'limit=0', 'p=-1', 'date=yesterday'])('refuses %s with status 400', (query) => {
    expect(ask(query).status).toBe(400);
  });
});
