import { describe, expect, it } from 'vitest';
import { formatStarterPapers, parseStarterPapers } from '../../../lib/starter/papers-file';
import { starterFeed, starterPaper } from '../../support/starter';

describe('the papers’ file', () => {
  it('gives back what was written', () => {
    const { publishedOn: _date, upvotes: _upvotes, comments: _comments, ...bare } = starterPaper(2).facts;
    const feed = starterFeed([
      starterPaper(1, {
        organisation: 'Institute of Examples',
        codeUrl: 'https://github.com/example/agents',
        codeStars: 12,
      }),
      { ...starterPaper(2), facts: { ...bare, keywords: [] } },
      starterPaper(3, { title: 'Quotes " and \n breaks', upvotes: 0 }),
    ]);

    const read = parseStarterPapers(formatStarterPapers(feed));

    expect(read.slice(0)).toEqual(feed.papers);
    expect(read.slice(1, 2)).toEqual([feed.papers[1]]);
    expect(read.count).toBe(3);
  });

  it('names its origin', () => {
    expect(parseStarterPapers(formatStarterPapers(starterFeed(0)))).toMatchObject({
      date: '2026-06-09',
      from: '2026-06-08',
      origin: 'made-up responses',
      licence: 'none',
      count: 0,
    });
  });

  it.each([
    ['another format', '{"format":2,"papers":[]}'],
    ['no date', '{"format":1,"date":"","from":"2026-06-08","papers":[]}'],
    ['half a file', '{"format":1,'],
  ])('refuses %s', (_, text) => {
    expect(() => parseStarterPapers(text)).toThrow(Error);
  });
});
