import { browser } from 'wxt/browser';
import { mount } from '../../components/controls/browser-page';
import { SidebarScreen } from '../../components/sidebar/SidebarScreen';
import type { PanelOpening } from '../../lib/messages/protocol';
import { PROVIDERS } from '../../lib/providers/descriptions';
import { watchActiveTab } from './watch-active-tab';
import { watchToken } from './watch-token';

/** Renders the sidebar: with a token in our content script's iframe, without one in the browser's own panel. */
export function showSidebar(token: string | null, opening: PanelOpening | null): void {
  mount(
    <SidebarScreen
      watchAddress={token === null ? watchActiveTab : watchToken(token)}
      opening={opening}
      libraryUrl={browser.runtime.getURL('/library.html')}
      providers={PROVIDERS}
    />,
  );
}
