import { browser } from 'wxt/browser';
import { mount } from '../../components/controls/browser-page';
import { type Opening, PopupScreen } from '../../components/popup/PopupScreen';

/** Renders the popup. */
export function showPopup(opening: Opening | null): void {
  mount(<PopupScreen opening={opening} libraryUrl={browser.runtime.getURL('/library.html')} />);
}
