import { defineUnlistedScript } from '#imports';
import { send } from '../lib/messages/send';
import { takeOver } from '../lib/page/lifecycle';
import { watchLocation } from '../lib/page/location';
import { releaseSlot, reserveSlot } from '../lib/page/slot';

/**
 * On optional sites, and on those whose readers go from page to page without a load: tells the worker each
 * address until one is a paper's. The worker then puts the annotating script into the page, with what it
 * knows about the address; from there on that script follows the addresses. The slot stays reserved until the
 * worker says that there is no paper.
 */
export default defineUnlistedScript(() => {
  const end = new AbortController();
  const signal = AbortSignal.any([takeOver('watch'), end.signal]);

  function tell(url: URL): void {
    send('page.arrived', { url: url.href, isDeclared: false }).then(
      (isAnnotated) => (isAnnotated ? end.abort() : releaseSlot()),
      () => undefined, // If the worker does not answer, we ask it at the next address.
    );
  }

  reserveSlot();
  watchLocation(tell, signal);
  tell(new URL(location.href));
});
