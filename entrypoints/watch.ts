import { defineUnlistedScript } from '#imports';
import { send } from '../lib/messages/send';
import { watchLocation } from '../lib/page/location';
import { takeOver } from '../lib/page/take-over';

/**
 * On sites whose readers go from page to page without a load: tells the worker each address, until one is a
 * paper's and the worker has put the annotating script into the page, which then follows the addresses
 * itself.
 */
export default defineUnlistedScript(() => {
  const end = new AbortController();
  const signal = AbortSignal.any([takeOver('watch'), end.signal]);

  function tell(url: URL): void {
    send('page.arrived', { url: url.href, isDeclared: false }).then(
      (isAnnotated) => isAnnotated && end.abort(),
      () => undefined, // A worker that does not answer is asked at the next address.
    );
  }

  watchLocation(tell, signal);
  tell(new URL(location.href));
});
