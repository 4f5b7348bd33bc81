// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { classifyHere, findPaper } from '../../../../entrypoints/annotate/page-reader';
import type { ClassifiedPage, PageSite } from '../../../../lib/model/paper/page';
import { handOver } from '../../../../lib/page/injected';
import { watchLocation } from '../../../../lib/page/location';
import { arxivId } from '../../../support/builders';
import { pageOf } from '../../../support/sites/page';
import { fakeNavigation, fakeWorker } from '../../../support/ui/dom';

const arxiv: PageSite = { id: 'arxiv', key: 'arxiv', name: 'arXiv', isSinglePage: false, anchors: [] };
const other: PageSite = { ...arxiv, id: 'other', key: 'journal.example', name: 'journal.example' };
const paper = (id: string): ClassifiedPage => ({
  kind: 'paper',
  site: arxiv,
  ref: { site: 'arxiv', ids: { arxiv: arxivId(id) }, view: 'abstract' },
});
const describing = (id: string, title: string) =>
  `<meta name="citation_title" content="${title}"><meta name="citation_arxiv_id" content="${id}">`;

describe('classifyHere', () => {
  let worker: ReturnType<typeof fakeWorker>;
  beforeEach(() => {
    worker = fakeWorker();
  });
  const classify = (url: string) => classifyHere(new URL(url));

  it('knows required sites without the worker, their other pages too', async () => {
    expect(await classify('https://arxiv.org/abs/2606.00001')).toMatchObject({ site: { key: 'arxiv' } });
    expect(await classify('https://arxiv.org/list/cs.CL/new')).toBeNull();
    expect(worker).not.toHaveBeenCalled();
  });

  it('takes what the worker handed over about just this URL, and asks for no other', async () => {
    handOver({ url: 'https://journal.example/x', page: paper('2606.00001') });
    expect(await classify('https://journal.example/x')).toEqual(paper('2606.00001'));
    expect(worker).not.toHaveBeenCalled();

    worker.mockResolvedValue({ ok: true, value: null });
    expect(await classify('https://journal.example/y')).toBeNull();
    expect(worker).toHaveBeenCalledTimes(1);
  });

  it('asks the worker about every other page', async () => {
    worker.mockResolvedValue({ ok: true, value: null });
    expect(await classify('https://journal.example/z')).toBeNull();
    expect(worker).toHaveBeenCalledWith(
      expect.objectContaining({ name: 'page.detect', request: { url: 'https://journal.example/z' } }),
    );
  });
});

describe('findPaper', () => {
  const perhaps: ClassifiedPage = {
    kind: 'perhaps',
    site: other,
    ref: { site: 'other', ids: {}, view: 'abstract' },
  };

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
    const go = fakeNavigation('https://arxiv.org/');
    watchLocation(() => undefined, new AbortController().signal);
    go('https://arxiv.org/next');
    expect(findPaper(page, drawn)?.read()).toBeNull();
    document.title = 'after';
    expect(findPaper(page, drawn)?.read()?.title).toBe('One');
  });

  it('takes a page for what it declares itself to be', () => {
    const declaring = `${describing('2606.00001', 'One')}<meta name="citation_author" content="First Author">`;
    const found = findPaper(pageOf(declaring, 'https://journal.example/x'), perhaps);
    expect(found).toMatchObject({ site: other, ref: { site: 'other', ids: { arxiv: '2606.00001' } } });
    expect(findPaper(pageOf('<title>News</title>'), perhaps)).toBeNull();
  });
});
