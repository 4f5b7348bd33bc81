import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { toggleSidebar } from '../../../../lib/services/access/toggle-sidebar';
import { type FakeApis, fakeApis } from '../../../support/worker-world';

const isPdfPaper = (url: URL) => url.pathname.startsWith('/pdf/');
const abstractTab = { id: 7, url: 'https://arxiv.org/abs/2606.00001' };
const pdfTab = { id: 7, url: 'https://arxiv.org/pdf/2606.00001' };

const toggleFirefox = vi.fn<() => Promise<void>>();
let apis: FakeApis;

beforeEach(() => {
  apis = fakeApis();
});
afterEach(() => apis.restore());

/** Makes the browser one of the two: only Chrome has a side panel, only Firefox a sidebar of its own. */
function be(kind: 'chrome' | 'firefox'): void {
  toggleFirefox.mockResolvedValue(undefined);
  const [missing, sidebarAction] =
    kind === 'chrome' ? ['sidebarAction', undefined] : ['sidePanel', { toggle: toggleFirefox }];
  Object.assign(browser, { sidebarAction, [missing]: undefined });
}

/** Lets what was begun go on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('toggleSidebar', () => {
  it.each(['chrome', 'firefox'] as const)('asks the page of the tab, in %s', async (kind) => {
    be(kind);
    toggleSidebar(abstractTab, isPdfPaper);
    await settle();
    expect(apis.sendToTab).toHaveBeenCalledWith(7, { paperkin: 1, name: 'sidebar.toggle' }, { frameId: 0 });
    expect(apis.openPanel).not.toHaveBeenCalled();
    expect(toggleFirefox).not.toHaveBeenCalled();
  });

  it('opens Chrome’s panel where no script of ours answers', async () => {
    be('chrome');
    apis.sendToTab.mockRejectedValue(new Error('Receiving end does not exist.'));
    toggleSidebar({ id: 7 }, isPdfPaper);
    await settle();
    expect(apis.openPanel).toHaveBeenCalledWith({ tabId: 7 });
  });

  it('asks Firefox before anything else on the PDF of a paper: the gesture would be over', () => {
    be('firefox');
    toggleSidebar(pdfTab, isPdfPaper);
    expect(toggleFirefox).toHaveBeenCalledTimes(1);
    expect(apis.sendToTab).not.toHaveBeenCalled();
  });

  it('asks the page on PDFs in Chrome, where our script runs above the viewer', async () => {
    be('chrome');
    toggleSidebar(pdfTab, isPdfPaper);
    await settle();
    expect(apis.sendToTab).toHaveBeenCalledTimes(1);
  });

  it.each<['chrome' | 'firefox', { id?: number; url?: string } | undefined]>([
    ['chrome', abstractTab],
    ['firefox', abstractTab],
    ['firefox', pdfTab],
    ['chrome', undefined],
    ['firefox', { url: pdfTab.url }],
  ])('does nothing, quietly, where %s opens nothing: %j', async (kind, tab) => {
    be(kind);
    apis.sendToTab.mockRejectedValue(new Error('Receiving end does not exist.'));
    apis.openPanel.mockRejectedValue(new Error('No gesture'));
    toggleFirefox.mockRejectedValue(new Error('No gesture'));
    expect(() => toggleSidebar(tab, isPdfPaper)).not.toThrow();
    await settle();
  });
});
