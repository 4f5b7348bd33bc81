import { defineUnlistedScript } from '#imports';
import { send } from '../lib/messages/send';
import { watchLocation } from '../lib/page/location';
import { releaseSlot, reserveSlot } from '../lib/page/slot-mark';
import { rememberTab } from '../lib/page/tab-before';
import { takeOver } from '../lib/page/take-over';

/**
 * On optional sites, and on those whose readers go from page to page without a load: tells the worker each
 * address, until one is a paper's and the worker has put the annotating script into the page, which then
 * follows the addresses itself. A place in the page stays reserved until the worker says that there is no
 * paper.
 */
export default defineUnlistedScript(() => {
  const end = new AbortController();
  const signal = AbortSignal.any([takeOver('watch'), end.signal]);

  function tell(url: URL): void {
    send('page.arrived', { url: url.href, isDeclared: false }).then(
      (isAnnotated) => (isAnnotated ? end.abort() : releaseSlot()),
      () => undefined, // A worker that does not answer is asked at the next address.
    );
  }

  reserveSlot();
  const onLocation = (url: URL): void => {
    rememberTab();
    tell(url);
  };
  watchLocation(onLocation, signal);
  tell(new URL(location.href));
});
