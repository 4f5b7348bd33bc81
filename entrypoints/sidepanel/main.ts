import '../../components/controls/theme.css';
import '../../components/controls/controls.css';
import '../../components/paper/rows.css';
import '../../components/controls/notices.css';
import '../../components/sidebar/sidebar.css';
import { report } from '../../lib/log';
import { codeOf, send } from '../../lib/messages/send';
import { tokenIn } from './watch-token';

/** How long to wait before the sidebar says that it is loading: a worker that must start takes longer. Ms. */
const PATIENCE_MS = 400;

// In an iframe of our content script the address carries a token; in the browser's own panel it does not.
const token = tokenIn(location.hash);

// Any page of a listed site can embed this one. Without a token it would act as the browser's own panel there.
if (token !== null || window.top === window) {
  // Asked while the interface loads. If this fails, the interface asks again and says so.
  const opening =
    token === null ? null : Promise.race([send('panel.open', { token }).catch(() => null), waited()]);
  Promise.all([import('./app'), opening]).then(
    ([{ showSidebar }, known]) => showSidebar(token, known),
    (error: unknown) => report('sidebar', error),
  );
}

if (token !== null) {
  send('panel.ready', { token }).catch((error: unknown) => {
    // With a token that the worker never gave, the embedder gets nothing to click on. Any other failure means that the
    // page did not answer; it shows something else in place of this iframe.
    if (['bad-message', 'forbidden'].includes(codeOf(error))) document.body.replaceChildren();
  });
}

function waited(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
}
