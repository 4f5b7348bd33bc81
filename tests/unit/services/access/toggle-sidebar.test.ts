import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { toggleSidebar } from '../../../../lib/services/access/toggle-sidebar';

const isPdfPaper = (url: URL) => url.pathname.startsWith('/pdf/');
const abstractTab = { id: 7, url: 'https://arxiv.org/abs/2606.00001' };
const pdfTab = { id: 7, url: 'https://arxiv.org/pdf/2606.00001' };

const openPanel = vi.fn<(options: { tabId: number }) => Promise<void>>();
const toggleFirefox = vi.fn<() => Promise<void>>();

/** The fake browser has neither: each test says which one it is. */
function be(kind: 'chrome' | 'firefox'): void {
  openPanel.mockResolvedValue(undefined);
  toggleFirefox.mockResolvedValue(undefined);
  const define = (name: string, value: unknown) =>
    Object.defineProperty(browser, name, { value, configurable: true });
  define('sidePanel', kind === 'chrome' ? { open: openPanel } : undefined);
  define('sidebarAction', kind === 'firefox' ? { toggle: toggleFirefox } : undefined);
}

let sendMessage: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  sendMessage = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true } as never); // The polyfill’s type says void.
});
afterEach(() => {
  Reflect.deleteProperty(browser, 'sidePanel');
  Reflect.deleteProperty(browser, 'sidebarAction');
});

/** Lets what was begun go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('toggleSidebar', () => {
  it.each(['chrome', 'firefox'] as const)('asks the page of the tab, in %s', async (kind) => {
    be(kind);
    toggleSidebar(abstractTab, isPdfPaper);
    await settle();
    expect(sendMessage).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.toggle' }, { frameId: 0 });
    expect(openPanel).not.toHaveBeenCalled();
    expect(toggleFirefox).not.toHaveBeenCalled();
  });

  it('opens Chrome’s panel where no script of ours answers', async () => {
    be('chrome');
    sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    toggleSidebar({ id: 7 }, isPdfPaper);
    await settle();
    expect(openPanel).toHaveBeenCalledWith({ tabId: 7 });
  });

  it('asks Firefox before anything else on the PDF of a paper: the gesture would be over', () => {
    be('firefox');
    toggleSidebar(pdfTab, isPdfPaper);
    expect(toggleFirefox).toHaveBeenCalledTimes(1);
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('asks the page on PDFs in Chrome, where our script runs above the viewer', async () => {
    be('chrome');
    toggleSidebar(pdfTab, isPdfPaper);
    await settle();
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  it.each<['chrome' | 'firefox', { id?: number; url?: string } | undefined]>([
    ['chrome', abstractTab],
    ['firefox', abstractTab],
    ['firefox', pdfTab],
    ['chrome', undefined],
    ['firefox', { url: pdfTab.url }],
  ])('does nothing, quietly, where %s opens nothing: %j', async (kind, tab) => {
    be(kind);
    sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    openPanel.mockRejectedValue(new Error('No gesture'));
    toggleFirefox.mockRejectedValue(new Error('No gesture'));
    expect(() => toggleSidebar(tab, isPdfPaper)).not.toThrow();
    await settle();
  });
});
