import { browser } from 'wxt/browser';
import { sendToPage } from '../../messages/send';

/**
 * What the browser says about a tab with a command or a menu click. It gives the URL only for hosts that we
 * may read.
 */
export interface ToggledTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** Firefox's sidebar, which the types of `browser` (Chrome's) do not know. */
interface WithSidebarAction {
  readonly sidebarAction?: { toggle(): Promise<void> };
}

/**
 * Shows or hides the related papers of a tab after a key press or a menu click: in the page's own sidebar,
 * else in the browser's panel.
 *
 * Not async, and asks Firefox first: there a user's gesture counts only until the first pause.
 */
export function toggleSidebar(tab: ToggledTab | undefined, isPdfPaper: (url: URL) => boolean): void {
  if (tab?.id === undefined) return;
  const { id: tabId, url } = tab;
  const { sidebarAction } = browser as WithSidebarAction;
  // No content script runs in Firefox's PDF viewer, so we cannot ask one.
  if (sidebarAction !== undefined && url !== undefined && isPdfPaper(new URL(url))) {
    // It refuses only when it does not count the gesture; the reader can still use the browser's own menu.
    sidebarAction.toggle().catch(() => undefined);
    return;
  }
  // If no script of ours answers (no paper, or a page older than the extension), Chrome's panel says so. If there
  // is no panel, or the gesture has expired, the key does nothing.
  sendToPage(tabId, 'sidebar.toggle').catch(() => browser.sidePanel?.open({ tabId }).catch(() => undefined));
}
