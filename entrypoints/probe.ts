import { defineUnlistedScript } from '#imports';
import { send } from '../lib/messages/send';
import { declaresPaper } from '../lib/page/injected';
import { whenReady } from '../lib/page/lifecycle';

/**
 * On sites that the reader allowed and no table lists, only the page can say that it is a paper: looks for
 * that, and sends for the annotating script.
 */
export default defineUnlistedScript(() => {
  // If the worker does not answer, the page stays as it is.
  look().catch(() => undefined);
});

async function look(): Promise<void> {
  await whenReady(new AbortController().signal);
  if (declaresPaper()) await send('page.arrived', { url: location.href, isDeclared: true });
}
