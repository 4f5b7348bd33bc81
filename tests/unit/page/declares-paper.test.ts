// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { declaresPaper } from '../../../lib/page/declares-paper';

afterEach(() => document.head.replaceChildren());

describe('declaresPaper', () => {
  it.each([
    ['a title for Google Scholar', '<meta name="citation_title" content="T">', true],
    ['the same in capitals', '<meta name="Citation_Title" content="T">', true],
    [
      'JSON-LD of an article',
      '<script type="application/ld+json">{"@type":["Article","ScholarlyArticle"]}</script>',
      true,
    ],
    ['JSON-LD of news', '<script type="application/ld+json">{"@type":"NewsArticle"}</script>', false],
    ['a script that speaks of articles', '<script type="text/plain">"ScholarlyArticle"</script>', false],
    ['nothing', '<meta property="og:title" content="T">', false],
  ])('%s', (_, head, expected) => {
    document.head.innerHTML = head;
    expect(declaresPaper()).toBe(expected);
  });

  it('stands alone: it is sent into pages as its text', () => {
    expect(declaresPaper.toString()).not.toMatch(/__vi|import/);
  });
});
