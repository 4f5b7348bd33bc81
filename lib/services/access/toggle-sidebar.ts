import { browser } from 'wxt/browser';
import { sendToPage } from '../../messages/send';

/**
 * The part of a tab that the browser tells with a command or a menu click; the URL only for hosts we may
 * read.
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
 * Shows or hides the related papers of a tab, after a key or a menu click: its page's own sidebar, else the
 * browser's panel.
 *
 * Not async, and Firefox is asked first: a user's gesture counts there only until the first pause.
 */
export function toggleSidebar(tab: ToggledTab | undefined, isPdfPaper: (url: URL) => boolean): void {
  if (tab?.id === undefined) return;
  const { id: tabId, url } = tab;
  const { sidebarAction } = browser as WithSidebarAction;
  // No content script runs in Firefox's PDF viewer, so there is none to ask.
  if (sidebarAction !== undefined && url !== undefined && isPdfPaper(new URL(url))) {
    // It refuses only when it takes the gesture for none; the reader can still open it by the browser's own menu.
    sidebarAction.toggle().catch(() => undefined);
    return;
  }
  // Where no script of ours answers (no paper, or a page older than the extension) Chrome's panel says so; where
  // there is none, or the gesture has passed, nothing can be opened and the key does nothing.
  sendToPage(tabId, 'sidebar.toggle').catch(() => browser.sidePanel?.open({ tabId }).catch(() => undefined));
}
