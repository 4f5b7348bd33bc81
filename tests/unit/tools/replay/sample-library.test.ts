import { describe, expect, it } from 'vitest';
import { isWeekend, parseIsoDate, type IsoDate } from '../../../../lib/model/dates';
import { lastWeekdays, sampleLibrary } from '../../../../tools/replay/sample-library';

const TUESDAY = '2026-06-09' as IsoDate;
const library = sampleLibrary(TUESDAY);
const listed = library.editionDates.flatMap((date) => library.edition(date));

describe('sampleLibrary', () => {
  it('lays eight editions on the last weekdays, today among them', () => {
    expect(library.editionDates).toHaveLength(8);
    expect(library.editionDates[0]).toBe(TUESDAY);
    expect(library.editionDates.filter(isWeekend)).toEqual([]);
  });

  it('lists each of its 70 papers on exactly one day', () => {
    const ids = listed.map(({ paper }) => paper.id);
    expect(ids).toHaveLength(70);
    expect(new Set(ids).size).toBe(70);
    const sizes = library.editionDates.map((date) => library.edition(date).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });

  it('gives every paper a sound id, title, abstract, authors and categories', () => {
    for (const paper of library.papers) {
      expect(paper.id).toMatch(/^2606\.9\d{4}$/);
      expect(paper.title.length).toBeGreaterThan(15);
      expect(paper.abstract.split('. ').length).toBeGreaterThanOrEqual(3);
      expect(paper.categories[0]).toMatch(/^[a-z-]+\.[A-Za-z-]+$/);
      expect(paper.authors.every((author) => author.endsWith(' Author'))).toBe(true);
      expect(parseIsoDate(paper.publishedOn)).toBe(paper.publishedOn);
    }
  });

  it('announces twenty further papers in the daily feed of the language and learning categories', () => {
    const items = new Set([...library.rssItems('cs.CL'), ...library.rssItems('cs.LG')]);
    expect(items.size).toBe(20);
    expect(library.rssItems('hep-th')).toEqual([]);
  });

  it('opens the demo on a paper that is in an edition', () => {
    expect(listed.map(({ paper }) => `https://arxiv.org/abs/${paper.id}`)).toContain(library.demoUrl);
  });
});

describe('lastWeekdays', () => {
  it('starts on Friday when today is Sunday', () => {
    expect(lastWeekdays('2026-06-14' as IsoDate, 2)).toEqual(['2026-06-12', '2026-06-11']);
  });
});
