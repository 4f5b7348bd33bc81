import { browser } from 'wxt/browser';
import '../../components/controls/theme.css';
import '../../components/controls/controls.css';
import '../../components/paper/rows.css';
import '../../components/controls/notices.css';
import '../../components/popup/popup.css';
import type { Opening } from '../../components/popup/PopupScreen';
import { openingList } from '../../lib/db/popup';
import { report } from '../../lib/log';
import { listedSource } from '../../lib/settings/settings';
import { readSettings } from '../../lib/settings/store';

// Read while the interface loads.
Promise.all([import('./app'), readOpening()]).then(
  ([{ showPopup }, opening]) => showPopup(opening),
  (error: unknown) => report('popup', error),
);

// The popup itself is not in a tab. Opened as a page, it has room and no reason to close.
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

/**
 * The stored settings and list; null when they cannot be read. The popup then asks the worker and says what
 * failed.
 */
async function readOpening(): Promise<Opening | null> {
  try {
    const [settings, list] = await Promise.all([readSettings(), openingList.read()]);
    return { settings, list: list?.edition.source === listedSource(settings) ? list : null };
  } catch (error) {
    report('popup: opening list', error);
    return null;
  }
}
