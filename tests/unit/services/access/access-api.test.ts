import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ClassifiedPage } from '../../../../lib/model/paper/page';
import { createAccessApi } from '../../../../lib/services/access/access-api';
import { type FakeApis, fakeApis } from '../../../support/worker-world';

let apis: FakeApis;

beforeEach(() => {
  apis = fakeApis();
});
afterEach(() => apis.restore());

const handOver = () => undefined;
const api = () => createAccessApi({ declaresPaper: () => true, handOver });

describe('createAccessApi', () => {
  it('gives no origins where the browser names none', async () => {
    vi.spyOn(browser.permissions, 'getAll').mockResolvedValue({} as never); // The polyfill’s type says void.
    expect(await api().granted()).toEqual([]);
  });

  it('leaves out what a script does not have', async () => {
    const script = { id: 'watch', matches: ['*://a.org/*'], js: ['w.js'], runAt: 'document_start' } as const;
    await api().register([script]);
    expect(apis.registered).toEqual([script]);
  });

  it('runs files at once, before the page is parsed', async () => {
    await api().run(7, ['a.js']);
    expect(apis.executeScript).toHaveBeenCalledWith({
      target: { tabId: 7 },
      files: ['a.js'],
      injectImmediately: true,
    });
  });

  it('hands over what it knows of a URL as soon, before those files', async () => {
    const page: ClassifiedPage = {
      kind: 'paper',
      site: { id: 'a', key: 'a', name: 'A', isSinglePage: false, anchors: [] },
      ref: { site: 'a', ids: {}, view: 'abstract' },
    };
    await api().handOver(7, 'https://a.org/x', page);
    expect(apis.executeScript).toHaveBeenCalledWith({
      target: { tabId: 7 },
      injectImmediately: true,
      func: handOver,
      args: [{ url: 'https://a.org/x', page }],
    });
  });

  it.each([
    ['https://a.org/x', 'https://a.org/x'],
    [undefined, undefined],
    ['', undefined],
  ])('reads the address %j of a tab', async (url, expected) => {
    vi.spyOn(browser.tabs, 'get').mockResolvedValue((url === undefined ? {} : { url }) as never); // What is read of it.
    expect((await api().addressOf(7))?.href).toBe(expected);
  });

  it('passes over tabs without an id', async () => {
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 1 }, {}] as never); // As above.
    expect(await api().tabsOf(['*://a.org/*'])).toEqual([1]);
  });

  it('finds no paper where the browser lets no script run', async () => {
    apis.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    expect(await api().declaresPaper(7)).toBe(false);
    apis.executeScript.mockResolvedValue([{ result: true }]);
    expect(await api().declaresPaper(7)).toBe(true);
  });
});
