// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showPaper } from '../../../../entrypoints/annotate.content/show-paper';
import { announce } from '../../../../lib/messages/news';
import type { Annotation } from '../../../../lib/messages/protocol';
import type { PaperRef } from '../../../../lib/model/page';
import type { Site } from '../../../../lib/sites/types';
import { arxivId } from '../../../support/builders';
import { watchShadowRoots } from '../../../support/shadow-roots';
import { clickTrusted } from '../../../support/trusted-event';

const ref: PaperRef = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'pdf' };
const site: Site = {
  id: 'arxiv',
  name: 'arXiv',
  access: 'required',
  matches: [],
  detect: () => ref,
  extract: () => null,
  anchors: [],
};
const answer: Annotation = { state: 'ready', topics: [], relatedCount: 7, isSaved: false, panelToken: 'one' };

let end: AbortController;
let rootOf: (tag: string) => ShadowRoot;
let worker: ReturnType<typeof vi.fn<(message: unknown) => Promise<unknown>>>;

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
  end = new AbortController();
  rootOf = watchShadowRoots();
  worker = vi.fn<(message: unknown) => Promise<unknown>>();
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(
    (message: unknown): never => worker(message) as never,
  ); // The polyfill’s type says void.
  vi.spyOn(browser.runtime, 'getURL').mockReturnValue('about:blank');
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answers = (change: Partial<Annotation> = {}) =>
  worker.mockResolvedValue({ ok: true, value: { ...answer, ...change } });
const fails = () => worker.mockResolvedValue({ ok: false, error: { code: 'unavailable', message: '' } });
const wait = (durationMs = 0) => vi.advanceTimersByTimeAsync(durationMs);
const words = () => rootOf('paperkin-annotation').querySelector('button')?.textContent ?? null;
const frameAddress = () => rootOf('paperkin-sidebar').querySelector('iframe')?.getAttribute('src');
const isSidebarOpen = () => document.querySelector('paperkin-sidebar') !== null;
const cached = (type: 'pagehide' | 'pageshow') =>
  window.dispatchEvent(Object.assign(new Event(type), { persisted: true }));

async function show(): Promise<void> {
  void showPaper({ site, ref, signal: end.signal });
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
    resolve({ ok: true, value: answer });
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
});
