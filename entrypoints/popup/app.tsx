import { browser } from 'wxt/browser';
import type { Outside } from '../../components/hooks/outside';
import { mount } from '../../components/mount';
import { PopupScreen } from '../../components/PopupScreen';

/** Draws the popup. */
export function showPopup(outside: Outside): void {
  mount(<PopupScreen libraryUrl={browser.runtime.getURL('/library.html')} outside_={outside} />);
}
