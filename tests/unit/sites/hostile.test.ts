import { describe, expect, it } from 'vitest';
import { READERS, sites } from '../../../lib/sites';
import { classifyUrl, OTHER_SITE } from '../../../lib/sites/urls/classify-url';
import { confirmPage } from '../../../lib/sites/pages/confirm-page';
import { readMeta } from '../../../lib/sites/meta/read-meta';
import { readPage } from '../../../lib/sites/pages/read-page';
import { pageOf } from '../../support/sites/page';

/** Each way of reading once. */
const READ = [...[OTHER_SITE, ...Object.keys(READERS)].map((id) => ({ id })), { id: 'jstor', tab: 'JSTOR' }];
const DEEP = 20_000;
const LONG = 'x<b>'.repeat(250_000);
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const PAPER = meta('citation_title', 'A Title') + meta('citation_doi', '10.1000/182');
const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
const nested = (open: string, close: string) => open.repeat(DEEP) + close.repeat(DEEP);

/** Pages that a site, or somebody on it, could make to break us. */
const PAGES: Readonly<Record<string, string>> = {
  'a tag of 1 MB': PAPER + meta('citation_abstract', LONG) + meta('citation_author', LONG),
  'a title of 1 MB': meta('citation_title', LONG) + meta('og:title', LONG),
  '10,000 authors': PAPER + meta('citation_author', 'Author, First').repeat(10_000),
  '10,000 authors in one tag': PAPER + meta('citation_authors', 'Author, First;'.repeat(10_000)),
  '22,000 tags': PAPER + meta('og:image', 'x').repeat(22_000),
  'JSON-LD that names itself':
    PAPER + script('{"@id":"#a","@graph":[{"@id":"#a","mainEntity":{"@id":"#a"}}]}'),
  'JSON-LD in deep arrays': PAPER + script(nested('[', ']')),
  'JSON-LD in deep entities':
    PAPER + script(nested('{"mainEntity":', '').replace(/$/, `1${'}'.repeat(DEEP)}`)),
  'JSON-LD of 1 MB': PAPER + script(JSON.stringify({ '@type': 'ScholarlyArticle', name: LONG })),
  'methods of the document hidden by forms':
    `${PAPER}<form name="querySelector"></form><form name="querySelectorAll"></form><img name="title"><img name="URL">` +
    '<form name="getElementsByTagName"></form><form id="head" name="head"><input name="getAttribute"></form>',
  'elements in each other': `${PAPER}<h1 class="ltx_title_document">${'<span>x'.repeat(2000)}</h1>`,
  'a script of 1 MB': `${PAPER}<script>xplGlobal.document.metadata={${'a}'.repeat(500_000)}</script>`,
};

describe.each(Object.entries(PAGES))('%s', (_, html) => {
  const page = pageOf(`<html><head>${html}</head></html>`, 'https://example.org/articles/1');

  it('breaks no reader', () => {
    for (const site of READ) expect(() => readPage(page, site)).not.toThrow();
    const found = classifyUrl(new URL('https://example.org/articles/1'), sites);
    expect(() => found && confirmPage(page, found)).not.toThrow();
  });
});

describe('readMeta on hostile pages', () => {
  const read = (name: string) => readMeta(pageOf(PAGES[name] ?? ''));

  it('cuts what is too long', () => {
    expect(read('a title of 1 MB')?.title.length).toBeLessThanOrEqual(1000);
    expect(read('10,000 authors')?.authors).toHaveLength(5000);
    expect(read('a tag of 1 MB')?.abstract?.length).toBeLessThanOrEqual(20_000);
  });

  it('reads behind hidden methods', () => {
    expect(read('methods of the document hidden by forms')).toMatchObject({
      title: 'A Title',
      ids: { doi: '10.1000/182' },
    });
  });

  it('gives titles without markup', () => {
    const page = pageOf(
      meta(
        'citation_title',
        '&lt;script&gt;alert(1)&lt;/script&gt; H&lt;sub&gt;2&lt;/sub&gt;O &amp;lt;p&amp;gt;',
      ),
    );

    expect(readMeta(page)?.title).toBe('<script>alert(1)</script> H2O <p>');
  });
});

describe('URLs made to hold us up', () => {
  const hosts = sites.map(({ matches }) => /\/\/(?:\*\.)?([^/]+)/.exec(matches[0] ?? '')?.[1] ?? '');
  const PATHS = ['/articles/1', '/content/1', '/doi/10.1000/', '/abs/'];

  it.each(['1', 'a/', '-', '/1.', '%2F', '10.1000/'])('full of %j are soon no paper', (part) => {
    for (const host of hosts) {
      for (const path of PATHS) {
        for (const times of [100, 10_000]) {
          const url = new URL(`https://${host}${path}${part.repeat(times)}!`);
          expect(() => classifyUrl(url, sites)).not.toThrow();
        }
      }
    }
  });
});
