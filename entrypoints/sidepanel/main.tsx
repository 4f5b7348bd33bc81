import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/controls.css';
import '../../components/rows.css';
import '../../components/notices.css';
import '../../components/sidebar.css';
import { mount } from '../../components/mount';
import { SidebarScreen } from '../../components/SidebarScreen';
import { engines } from '../../lib/engines';
import { codeOf, send } from '../../lib/messages/send';
import { watchActiveTab } from './watch-active-tab';
import { tokenIn, watchToken } from './watch-token';

// In an iframe of our content script the address carries a token; in the browser's own panel it does not.
const token = tokenIn(location.hash);

// Any page of a listed site can embed this one. Without a token it would act as the browser's own panel there.
if (token !== null || window.top === window) {
  mount(
    <SidebarScreen
      watchAddress={token === null ? watchActiveTab : watchToken(token)}
      libraryUrl={browser.runtime.getURL('/library.html')}
      engines={engines}
    />,
  );
}

if (token !== null) {
  send('panel.ready', { token }).catch((error: unknown) => {
    // A token that the worker never gave: the embedder gets nothing to click on. Otherwise the page did not answer,
    // and says so itself by what it shows instead of this iframe.
    if (['bad-message', 'forbidden'].includes(codeOf(error))) document.body.replaceChildren();
  });
}
