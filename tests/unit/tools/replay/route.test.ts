import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../lib/model/dates';
import { answer } from '../../../../tools/replay/route';
import { sampleLibrary } from '../../../../tools/replay/sample-library';

const library = sampleLibrary('2026-06-09' as IsoDate);
const ask = (url: string) => answer(library, new URL(url));
const pageOf = (url: string) => new JSDOM(String(ask(url).body)).window.document;

describe('answer', () => {
  it.each([
    ['https://arxiv.org/abs/2606.90101', 200, 'text/html'],
    ['https://arxiv.org/abs/2606.90101v1', 200, 'text/html'],
    ['https://arxiv.org/abs/2606.90101v2', 404, 'text/html'],
    ['https://arxiv.org/abs/2606.00001', 404, 'text/html'],
    ['https://arxiv.org/pdf/2606.90101', 200, 'application/pdf'],
    ['https://export.arxiv.org/abs/2606.90101', 200, 'text/html'],
    ['https://arxiv.org/html/2606.90101v1', 200, 'text/html'],
    ['https://huggingface.co/papers/2606.90101', 200, 'text/html'],
    ['https://huggingface.co/papers/2606.00001', 404, 'text/html'],
    ['https://huggingface.co/api/papers/2606.90101', 200, 'application/json'],
    ['https://huggingface.co/api/papers/2606.00001', 404, 'application/json'],
    ['https://rss.arxiv.org/rss/cs.CL+cs.LG', 200, 'application/rss+xml'],
    ['https://export.arxiv.org/api/query?id_list=2606.90101', 200, 'application/atom+xml'],
    ['https://export.arxiv.org/api/query?id_list=abc', 400, 'application/atom+xml'],
    ['https://example.com/', 404, 'text/plain'],
  ])('answers %s with status %i', (url, status, type) => {
    const response = ask(url);
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toContain(type);
  });

  it.each([
    ['https://arxiv.org/pdf/2606.90101.pdf', '/pdf/2606.90101'],
    ['https://arxiv.org/abs/arXiv:2606.90101', '/abs/2606.90101'],
  ])('redirects %s', (url, location) => {
    expect(ask(url)).toMatchObject({ status: 301, headers: { location } });
  });

  it('draws an abstract page with the tags of the real one', () => {
    const page = pageOf('https://arxiv.org/abs/2606.90101');
    const metas = [...page.querySelectorAll('meta[name^="citation_"]')].map((meta) =>
      meta.getAttribute('name'),
    );
    expect(metas.filter((name) => name === 'citation_author')).toHaveLength(5);
    expect(page.querySelector('meta[property="og:url"]')?.getAttribute('content')).toMatch(/2606\.90101v1$/);
    expect(page.querySelector('#abs > .authors a')?.textContent).toBe('First Author');
    expect(page.querySelector('h1.title')?.textContent).toMatch(/^Title:Reading before writing/);
  });

  it('puts id and version of a full text only where LaTeXML puts them', () => {
    const page = pageOf('https://arxiv.org/html/2606.90101');
    expect(page.querySelector('meta[name^="citation_"]')).toBeNull();
    expect(page.querySelector('#watermark-tr')?.textContent).toContain('arXiv:2606.90101v1 [cs.SE]');
  });

  it('keeps the markup-like text of a title readable in HTML and XML', () => {
    const thinking = library.papers.find(({ abstract }) => abstract.includes('<think>'));
    const page = pageOf(`https://arxiv.org/abs/${thinking?.id}`);
    expect(page.querySelector('blockquote.abstract')?.textContent).toContain('`<think>`');
  });

  it('finds papers by category and day as the API does', () => {
    const query = 'search_query=cat:cs.SE+AND+submittedDate:[202606010000+TO+202606092359]';
    const body = String(ask(`https://export.arxiv.org/api/query?${query}&max_results=3`).body);
    expect(body.match(/<entry>/g)).toHaveLength(3);
    const all = library.papers.filter(
      ({ categories, publishedOn }) => categories.includes('cs.SE') && publishedOn >= '2026-06-01',
    );
    expect(body).toContain(`<opensearch:totalResults>${all.length}</opensearch:totalResults>`);
  });
});
