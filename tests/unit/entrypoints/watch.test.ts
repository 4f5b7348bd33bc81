// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import watch from '../../../entrypoints/watch';
import { takeOver } from '../../../lib/page/lifecycle';

let navigation: EventTarget;
let worker: ReturnType<typeof vi.fn<(message: unknown) => Promise<unknown>>>;

beforeEach(() => {
  fakeBrowser.reset();
  navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  vi.stubGlobal('location', new URL('https://huggingface.co/papers'));
  worker = vi.fn<(message: unknown) => Promise<unknown>>();
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(
    (message: unknown): never => worker(message) as never,
  ); // The polyfill’s type says void.
});
afterEach(() => {
  takeOver('watch');
  vi.unstubAllGlobals();
});

const answers = (isAnnotated: boolean) => worker.mockResolvedValue({ ok: true, value: isAnnotated });
const told = () => worker.mock.calls.map(([call]) => (call as { request: { url: string } }).request.url);
async function goTo(url: string): Promise<void> {
  vi.stubGlobal('location', new URL(url));
  navigation.dispatchEvent(new Event('currententrychange'));
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the watching script', () => {
  it('tells the worker the address of the page and of each that follows', async () => {
    answers(false);
    void watch.main();
    await goTo('https://huggingface.co/models');
    expect(told()).toEqual(['https://huggingface.co/papers', 'https://huggingface.co/models']);
  });

  it('ends once the page is annotated', async () => {
    answers(false);
    void watch.main();
    answers(true);
    await goTo('https://huggingface.co/papers/2606.00001');
    await goTo('https://huggingface.co/papers/2606.00002');
    expect(told()).toHaveLength(2);
  });

  it('goes on after the worker did not answer', async () => {
    worker.mockResolvedValue({ ok: false, error: { code: 'unavailable', message: '' } });
    void watch.main();
    await goTo('https://huggingface.co/models');
    expect(told()).toHaveLength(2);
  });
});
