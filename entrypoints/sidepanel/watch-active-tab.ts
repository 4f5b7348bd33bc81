import { browser } from 'wxt/browser';
import type { WatchAddress } from '../../components/sidebar/use-panel';

/** The active tab of the panel's own window, again whenever another becomes active or it has loaded a page. */
export const watchActiveTab: WatchAddress = (callback) => {
  let isStopped = false;
  let windowId: number | undefined;
  let tabId: number | undefined;

  const tell = (id: number): void => {
    if (isStopped) return;
    tabId = id;
    callback({ tabId: id });
  };
  const onActivated = (info: { readonly tabId: number; readonly windowId: number }): void => {
    if (info.windowId === windowId) tell(info.tabId);
  };
  const onUpdated = (id: number, change: { readonly status?: string; readonly url?: string }): void => {
    if (id === tabId && (change.status === 'complete' || change.url !== undefined)) tell(id);
  };

  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    if (tab?.id === undefined) return; // A window without tabs has no paper.
    windowId = tab.windowId;
    tell(tab.id);
  });

  return () => {
    isStopped = true;
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  };
};
