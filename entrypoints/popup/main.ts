import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/rows.css';
import '../../components/notices.css';
import '../../components/popup.css';
import { askEarly } from '../../components/hooks/early-outside';
import { report } from '../../lib/log';

const outside = askEarly();
import('./app').then(
  ({ showPopup }) => showPopup(outside),
  (error: unknown) => report('popup', error),
);

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
