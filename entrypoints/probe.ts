import { defineUnlistedScript } from '#imports';
import { send } from '../lib/messages/send';
import { declaresPaper } from '../lib/page/declares-paper';

/**
 * On pages of no listed site, where the reader allowed it: sends for the annotating script when the page says
 * that it is a paper.
 */
export default defineUnlistedScript(() => {
  if (!declaresPaper()) return;
  // A worker that does not answer: the page stays as it is.
  send('page.arrived', { url: location.href, isDeclared: true }).catch(() => undefined);
});
