import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/parts.css';
import '../../components/popup.css';
import { mount } from '../../components/mount';
import { PopupScreen } from '../../components/PopupScreen';

mount(<PopupScreen libraryUrl={browser.runtime.getURL('/library.html')} />);

// The popup itself is in no tab; opened as a page it has room, and no reason to close.
void browser.tabs.getCurrent().then((tab) => {
  if (tab !== undefined) document.documentElement.dataset['host'] = 'tab';
  else document.addEventListener('click', closeAfterLink);
});

/** Firefox leaves the popup open above the tab that a link has opened. */
function closeAfterLink(event: MouseEvent): void {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const link = event.target instanceof Element ? event.target.closest('a[target]') : null;
  if (link !== null && isPlain) setTimeout(() => window.close(), 50);
}
