import { defineUnlistedScript } from '#imports';
import { send } from '../lib/messages/send';
import { declaresPaper } from '../lib/page/declares-paper';
import { whenReady } from '../lib/page/ready';

/**
 * Where a page itself has to say that it is a paper, on sites that the reader allowed: looks for that, and
 * sends for the annotating script.
 */
export default defineUnlistedScript(() => {
  // A worker that does not answer: the page stays as it is.
  look().catch(() => undefined);
});

async function look(): Promise<void> {
  await whenReady(new AbortController().signal);
  if (declaresPaper()) await send('page.arrived', { url: location.href, isDeclared: true });
}
