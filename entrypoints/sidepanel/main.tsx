import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/parts.css';
import '../../components/sidebar.css';
import { mount } from '../../components/mount';
import { SidebarScreen } from '../../components/SidebarScreen';
import { PANEL_READY } from '../../lib/page/sidebar';
import { watchActiveTab } from './watch-active-tab';
import { watchToken } from './watch-token';

// In an iframe of our content script the address carries a token; in the browser's own panel it does not.
const isInPage = location.hash.startsWith('#token=');

mount(
  <SidebarScreen
    watchAddress={isInPage ? watchToken : watchActiveTab}
    libraryUrl={browser.runtime.getURL('/library.html')}
  />,
);

if (isInPage) {
  // The message says only that a frame of ours runs, so any embedder may have it.
  window.parent.postMessage(PANEL_READY, '*');
}
