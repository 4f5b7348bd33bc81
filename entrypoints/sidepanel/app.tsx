import { browser } from 'wxt/browser';
import { mount } from '../../components/mount';
import { SidebarScreen } from '../../components/SidebarScreen';
import type { PanelOpening } from '../../lib/messages/protocol';
import { engines } from '../../lib/engines';
import { watchActiveTab } from './watch-active-tab';
import { watchToken } from './watch-token';

/** Draws the sidebar: in an iframe of our content script with its token, in the browser's own panel without. */
export function showSidebar(token: string | null, opening: PanelOpening | null): void {
  mount(
    <SidebarScreen
      watchAddress={token === null ? watchActiveTab : watchToken(token)}
      opening={opening}
      libraryUrl={browser.runtime.getURL('/library.html')}
      engines={engines}
    />,
  );
}
