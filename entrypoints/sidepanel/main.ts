import '../../components/controls/theme.css';
import '../../components/controls/controls.css';
import '../../components/paper/rows.css';
import '../../components/controls/notices.css';
import '../../components/sidebar/sidebar.css';
import { report } from '../../lib/log';
import { codeOf, send } from '../../lib/messages/send';
import { tokenIn } from './watch-token';

/** A worker that has to be started takes longer: meanwhile the sidebar is to say that it is loading. Ms. */
const PATIENCE_MS = 400;

// In an iframe of our content script the address carries a token; in the browser's own panel it does not.
const token = tokenIn(location.hash);

// Any page of a listed site can embed this one. Without a token it would act as the browser's own panel there.
if (token !== null || window.top === window) {
  // Asked while the interface is being loaded. What fails here is asked again by the interface, which says so.
  const opening =
    token === null ? null : Promise.race([send('panel.open', { token }).catch(() => null), waited()]);
  Promise.all([import('./app'), opening]).then(
    ([{ showSidebar }, known]) => showSidebar(token, known),
    (error: unknown) => report('sidebar', error),
  );
}

if (token !== null) {
  send('panel.ready', { token }).catch((error: unknown) => {
    // A token that the worker never gave: the embedder gets nothing to click on. Otherwise the page did not answer,
    // and says so itself by what it shows instead of this iframe.
    if (['bad-message', 'forbidden'].includes(codeOf(error))) document.body.replaceChildren();
  });
}

function waited(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
}
