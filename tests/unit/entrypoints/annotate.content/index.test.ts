// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import annotate from '../../../../entrypoints/annotate.content/index';
import type { Annotation } from '../../../../lib/messages/protocol';

const answer: Annotation = { state: 'ready', topics: [], relatedCount: 7, isSaved: false, panelToken: 'one' };

let context: ContentScriptContext;
let navigation: EventTarget;

beforeEach(async () => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
  navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  // jsdom's address cannot leave its host: what the page's `location` says is enough.
  vi.stubGlobal('location', new URL('https://arxiv.org/pdf/2606.00001'));
  const ask = vi.spyOn(browser.runtime, 'sendMessage');
  ask.mockImplementation((): never => Promise.resolve({ ok: true, value: answer }) as never); // The polyfill’s type says void.
  context = new ContentScriptContext('annotate');
  void annotate.main(context);
  await vi.advanceTimersByTimeAsync(10);
});
afterEach(() => {
  context.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function goTo(url: string): Promise<void> {
  vi.stubGlobal('location', new URL(url));
  navigation.dispatchEvent(new Event('currententrychange'));
  await vi.advanceTimersByTimeAsync(10);
}
const annotation = () => document.querySelector('paperkin-annotation');

describe('the content script', () => {
  it('leaves everything as it is when only the hash changed', async () => {
    const before = annotation();
    expect(before).not.toBeNull();
    await goTo('https://arxiv.org/pdf/2606.00001#page=2');
    expect(annotation()).toBe(before);
  });

  it('begins anew with another paper', async () => {
    const before = annotation();
    await goTo('https://arxiv.org/pdf/2606.00002');
    expect(annotation()).not.toBeNull();
    expect(annotation()).not.toBe(before);
  });

  it('takes everything away on a page without a paper, and comes back with the paper', async () => {
    await goTo('https://arxiv.org/list/cs.AI/new');
    expect(annotation()).toBeNull();
    await goTo('https://arxiv.org/pdf/2606.00001');
    expect(annotation()).not.toBeNull();
  });
});
