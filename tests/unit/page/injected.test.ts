// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { declaresPaper, handedPage, handOver } from '../../../lib/page/injected';
import type { ClassifiedPage } from '../../../lib/model/paper/page';

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
});

describe('handOver', () => {
  const PAPER = 'https://journal.example/paper/1';
  const page: ClassifiedPage = {
    kind: 'perhaps',
    site: { id: 'other', key: 'journal.example', name: 'Journal', isSinglePage: false, anchors: [] },
    ref: { site: 'other', ids: {}, view: 'abstract' },
  };

  it('leaves what the worker knows about a URL, for that URL only', () => {
    expect(handedPage(new URL(PAPER))).toBeNull();
    handOver({ url: PAPER, page });
    expect(handedPage(new URL(PAPER))).toEqual(page);
    expect(handedPage(new URL(`${PAPER}?v=2`))).toBeNull();
  });

  it('forgets the URL before', () => {
    handOver({ url: PAPER, page });
    handOver({ url: 'https://journal.example/paper/2', page });
    expect(handedPage(new URL(PAPER))).toBeNull();
  });
});

describe.each([declaresPaper, handOver])('%o', (injected) => {
  it('stands alone: it is sent into pages as its text', () => {
    expect(injected.toString()).not.toMatch(/__vi|import/);
  });
});
