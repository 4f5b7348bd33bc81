import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { ClassifiedPage } from '../../../../lib/model/paper/page';
import { createAccessApi } from '../../../../lib/services/access/access-api';

const scripting = {
  executeScript: vi.fn<(injection: unknown) => Promise<unknown>>(),
  getRegisteredContentScripts: vi.fn<() => Promise<unknown>>(),
  registerContentScripts: vi.fn<(scripts: unknown) => Promise<void>>(),
  unregisterContentScripts: vi.fn<(filter: unknown) => Promise<void>>(),
};
const permissions = { getAll: vi.fn<() => Promise<{ origins?: string[] }>>() };
const tabs = {
  get: vi.fn<(id: number) => Promise<{ url?: string }>>(),
  query: vi.fn<(query: unknown) => Promise<{ id?: number }[]>>(),
};

const { scripting: realScripting, permissions: realPermissions } = browser;

beforeEach(() => {
  Object.assign(browser, { scripting, permissions });
  vi.spyOn(browser.tabs, 'get').mockImplementation(tabs.get as never);
  vi.spyOn(browser.tabs, 'query').mockImplementation(tabs.query as never);
});
afterEach(() => {
  Object.assign(browser, { scripting: realScripting, permissions: realPermissions });
});
const handOver = () => undefined;
const api = () => createAccessApi({ declaresPaper: () => true, handOver });

describe('createAccessApi', () => {
  it('gives no origins where the browser names none', async () => {
    permissions.getAll.mockResolvedValue({});
    expect(await api().granted()).toEqual([]);
  });

  it('leaves out what a script does not have', async () => {
    const script = { id: 'watch', matches: ['*://a.org/*'], js: ['w.js'], runAt: 'document_start' } as const;
    await api().register([script]);
    expect(scripting.registerContentScripts).toHaveBeenCalledWith([script]);
  });

  it('runs files at once, before the page is parsed', async () => {
    await api().run(7, ['a.js']);
    expect(scripting.executeScript).toHaveBeenCalledWith({
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
    expect(scripting.executeScript).toHaveBeenCalledWith({
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
    tabs.get.mockResolvedValue(url === undefined ? {} : { url });
    expect((await api().addressOf(7))?.href).toBe(expected);
  });

  it('passes over tabs without an id', async () => {
    tabs.query.mockResolvedValue([{ id: 1 }, {}]);
    expect(await api().tabsOf(['*://a.org/*'])).toEqual([1]);
  });

  it('finds no paper where the browser lets no script run', async () => {
    scripting.executeScript.mockRejectedValue(new Error('Cannot access a chrome:// URL'));
    expect(await api().declaresPaper(7)).toBe(false);
    scripting.executeScript.mockResolvedValue([{ result: true }]);
    expect(await api().declaresPaper(7)).toBe(true);
  });
});
