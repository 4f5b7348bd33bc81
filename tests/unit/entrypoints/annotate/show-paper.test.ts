// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PagePaper } from '../../../../entrypoints/annotate/page-reader';
import { showPaper } from '../../../../entrypoints/annotate/show-paper';
import { announce } from '../../../../lib/messages/news';
import type { Annotation } from '../../../../lib/messages/protocol';
import type { PageSite, PaperMeta, PaperRef } from '../../../../lib/model/paper/page';
import { readSitesOff, switchSite } from '../../../../lib/settings/sites-off';
import { arxivId } from '../../../support/builders';
import { ANNOTATION, clickTrusted, fakeWorker, watchShadowRoots } from '../../../support/ui/dom';

const ref: PaperRef = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'pdf' };
const site: PageSite = { id: 'arxiv', key: 'arxiv', name: 'arXiv', isSinglePage: false, anchors: [] };
const described: PaperMeta = { ids: ref.ids, title: 'T', authors: [], categories: [] };
const abstract: PaperRef = { ...ref, view: 'abstract' };
const singlePage: PageSite = { ...site, isSinglePage: true };

let meta: PaperMeta | null;
let end: AbortController;
let rootOf: (tag: string) => ShadowRoot;
let worker: ReturnType<typeof fakeWorker>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
  meta = null;
  end = new AbortController();
  rootOf = watchShadowRoots();
  worker = fakeWorker();
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue('about:blank');
});
afterEach(() => {
  end.abort();
});

const answers = (change: Partial<Annotation> = {}) =>
  worker.mockResolvedValue({ ok: true, value: { ...ANNOTATION, ...change } });
const fails = () => worker.mockResolvedValue({ ok: false, error: { code: 'unavailable', message: '' } });
const wait = (durationMs = 0) => vi.advanceTimersByTimeAsync(durationMs);
const words = () => rootOf('paperkin-annotation').querySelector('button')?.textContent ?? null;
const frameAddress = () => rootOf('paperkin-sidebar').querySelector('iframe')?.getAttribute('src');
const host = () => document.querySelector<HTMLElement>('paperkin-annotation');
const isSidebarOpen = () => document.querySelector('paperkin-sidebar') !== null;
const cached = (type: 'pagehide' | 'pageshow') =>
  window.dispatchEvent(Object.assign(new Event(type), { persisted: true }));

async function show(shown: Partial<PagePaper> = {}): Promise<void> {
  void showPaper({ site, ref, read: () => meta, signal: end.signal, ...shown });
  await wait(10);
}
async function toggle(): Promise<void> {
  const call = { paperkin: 1, name: 'sidebar.toggle' };
  void fakeBrowser.runtime.onMessage.trigger(call, { id: browser.runtime.id }, () => undefined);
  await wait();
}

describe('showPaper', () => {
  it('mounts an empty annotation before the worker has answered, and draws the answer', async () => {
    let resolve: (value: unknown) => void = () => undefined;
    worker.mockReturnValue(new Promise((callback) => (resolve = callback)));
    await show();
    expect(document.querySelector('paperkin-annotation')).not.toBeNull();
    expect(words()).toBeNull();
    resolve({ ok: true, value: ANNOTATION });
    await wait();
    expect(words()).toBe('7 related');
  });

  it('says so when the look-up fails, and asks again on a click', async () => {
    fails();
    await show();
    expect(words()).toContain('could not look this paper up');
    answers();
    clickTrusted(rootOf('paperkin-annotation').querySelector('button') ?? window);
    await wait();
    expect(words()).toBe('7 related');
    expect(isSidebarOpen()).toBe(false);
  });

  it('asks again with the next news after a failure', async () => {
    fails();
    await show();
    answers();
    await announce('feed', 1);
    await wait(2000);
    expect(words()).toBe('7 related');
  });

  it('asks for nothing but its mark when the reading list has changed', async () => {
    answers();
    await show();
    worker.mockResolvedValue({ ok: true, value: true });
    await announce('reading', 1);
    await wait();
    expect(worker.mock.calls.map(([call]) => (call as { name: string }).name)).toEqual([
      'page.annotate',
      'page.isSaved',
    ]);
    expect(rootOf('paperkin-annotation').querySelector('button')?.dataset['saved']).toBe('true');
    expect(words()).toBe('7 related');
  });

  it('asks again for the shortcut after a failure, and opens', async () => {
    fails();
    await show();
    await toggle();
    expect(isSidebarOpen()).toBe(false);
    answers();
    await toggle();
    expect(isSidebarOpen()).toBe(true);
  });

  it('offers to reload when the first answer finds the extension updated', async () => {
    worker.mockRejectedValue(new Error('Extension context invalidated.'));
    await show();
    expect(words()).toContain('was updated');
  });

  it('asks again when the page comes back from the back/forward cache, with the new token', async () => {
    answers();
    await show();
    await toggle();
    cached('pagehide');
    expect(isSidebarOpen()).toBe(false);
    answers({ panelToken: 'two' });
    cached('pageshow');
    await wait();
    await toggle();
    expect(frameAddress()).toBe('about:blank#token=two');
  });

  it('asks nothing and leaves nothing after the reader went on', async () => {
    answers();
    await show();
    await toggle();
    end.abort();
    cached('pageshow');
    await announce('reading', 1);
    await wait(5000);
    expect(worker).toHaveBeenCalledTimes(1);
    expect(document.querySelector('paperkin-annotation, paperkin-sidebar')).toBeNull();
  });

  it('leaves a page alone that has the address of a paper and describes none', async () => {
    answers();
    await show({ ref: abstract });
    expect(host()).toBeNull();
    expect(worker).not.toHaveBeenCalled();
  });

  describe('on a page that scripts build', () => {
    const showLate = () => show({ ref: abstract, site: singlePage });

    it('shows what the feed knows of the paper before the page describes it', async () => {
      answers();
      await showLate();
      expect(host()?.hidden).toBe(false);
      expect(words()).toBe('7 related');
    });

    it('stays out of sight while nobody knows the paper', async () => {
      answers({ state: 'empty', relatedCount: 0 });
      await showLate();
      expect(host()?.hidden).toBe(true);
    });

    it('asks again with the description once the page has it', async () => {
      answers({ state: 'empty', relatedCount: 0 });
      await showLate();
      meta = described;
      document.title = 'T';
      await wait(200);
      expect(worker).toHaveBeenLastCalledWith(
        expect.objectContaining({ request: { ref: abstract, meta: described } }),
      );
      expect(host()?.hidden).toBe(false);
    });
  });

  it('re-inserts itself when the page removes it', async () => {
    answers();
    await show();
    host()?.remove();
    await wait();
    expect(host()?.isConnected).toBe(true);
  });

  it('switches the site off when the sidebar says so, and closes it', async () => {
    answers();
    await show();
    await toggle();
    const call = { paperkin: 1, name: 'site.switchOff' };
    void fakeBrowser.runtime.onMessage.trigger(call, { id: browser.runtime.id }, () => undefined);
    await wait();
    expect(isSidebarOpen()).toBe(false);
    expect(await readSitesOff()).toEqual(['arxiv']);
  });

  it('says that the site is off once it is switched off, and shows the paper again once it is on', async () => {
    answers();
    await show();
    await switchSite('arxiv', false);
    await wait();
    expect(words()).toBe('Off on arXiv: switch on again');
    await switchSite('arxiv', true);
    await wait();
    expect(words()).toBe('7 related');
  });
});
