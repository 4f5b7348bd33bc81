// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detectHere, findPaper } from '../../../../entrypoints/annotate/page-reader';
import type { PageSite } from '../../../../lib/model/paper/page';
import { rememberTab } from '../../../../lib/page/tab-before';
import { arxivId } from '../../../support/builders';
import { pageOf } from '../../../support/sites/page';

const arxiv: PageSite = { id: 'arxiv', key: 'arxiv', name: 'arXiv', isSinglePage: false, anchors: [] };
const other: PageSite = { ...arxiv, id: 'other', key: 'journal.example', name: 'journal.example' };
const paper = (id: string) =>
  ({
    site: arxiv,
    ref: { site: 'arxiv', ids: { arxiv: arxivId(id) }, view: 'abstract' },
    isSuspected: false,
  }) as const;
const describing = (id: string, title: string) =>
  `<meta name="citation_title" content="${title}"><meta name="citation_arxiv_id" content="${id}">`;

describe('detectHere', () => {
  let worker: ReturnType<typeof vi.fn<(message: unknown) => Promise<unknown>>>;
  beforeEach(() => {
    fakeBrowser.reset();
    worker = vi.fn<(message: unknown) => Promise<unknown>>();
    vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(
      (message: unknown): never => worker(message) as never,
    ); // The polyfill’s type says void.
  });
  const detect = (url: string) => detectHere(new URL(url));

  it('knows required sites without the worker, their other pages too', async () => {
    expect(await detect('https://arxiv.org/abs/2606.00001')).toMatchObject({ site: { key: 'arxiv' } });
    expect(await detect('https://arxiv.org/list/cs.CL/new')).toBeNull();
    expect(worker).not.toHaveBeenCalled();
  });

  it('asks the worker about every other page', async () => {
    worker.mockResolvedValue({ ok: true, value: null });
    expect(await detect('https://journal.example/x')).toBeNull();
    expect(worker).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'page.detect', request: { url: 'https://journal.example/x' } }),
    );
  });
});

describe('findPaper', () => {
  const suspected = {
    site: other,
    ref: { site: 'other', ids: {}, view: 'abstract' },
    isSuspected: true,
  } as const;

  it('reads what the page says', () => {
    const page = pageOf(describing('2606.00001', 'One'));
    expect(findPaper(page, paper('2606.00001'))?.read()?.title).toBe('One');
  });

  it('reads nothing while a page that scripts draw names another paper than its address', () => {
    const page = pageOf(describing('2606.00001', 'One'));
    const site = { ...arxiv, isSinglePage: true };
    expect(findPaper(page, { ...paper('2606.00002'), site })?.read()).toBeNull();
    // On all other sites the page knows best: its DOI may be the journal's, and the address's the preprint's.
    expect(findPaper(page, paper('2606.00002'))?.read()?.title).toBe('One');
  });

  it('reads nothing while the tab has the title of the page before', () => {
    const page = pageOf(describing('2606.00001', 'One'));
    const drawn = { ...paper('2606.00001'), site: { ...arxiv, isSinglePage: true } };
    document.title = 'before';
    rememberTab();
    expect(findPaper(page, drawn)?.read()).toBeNull();
    document.title = 'after';
    expect(findPaper(page, drawn)?.read()?.title).toBe('One');
  });

  it('takes a page for what it declares itself to be', () => {
    const declaring = `${describing('2606.00001', 'One')}<meta name="citation_author" content="First Author">`;
    const found = findPaper(pageOf(declaring, 'https://journal.example/x'), suspected);
    expect(found).toMatchObject({ site: other, ref: { site: 'other', ids: { arxiv: '2606.00001' } } });
    expect(findPaper(pageOf('<title>News</title>'), suspected)).toBeNull();
  });
});
