import { useCallback, useEffect, useState } from 'react';
import type { SiteOffer } from '../../lib/model/access/site-offer';
import { OUTSIDE, type Outside } from '../worker/outside';

/** What can be done about the site of the active tab. */
export interface SiteOfferView {
  /** Null while nothing is known, and when there is nothing to offer. */
  readonly offer: SiteOffer | null;
  /** Allows the site, or switches it on again. Only right in the handler of a click. */
  readonly accept: () => void;
  readonly isAccepted: boolean;
}

/** Asks the worker about the tab that the popup was opened on. */
export function useSiteOffer({
  send,
  sitePermissions,
  readSettings,
  updateSettings,
}: Outside = OUTSIDE): SiteOfferView {
  const [offer, setOffer] = useState<SiteOffer | null>(null);
  const [isAccepted, setAccepted] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    async function ask(): Promise<void> {
      const tabId = await sitePermissions.activeTab();
      const answer = tabId === undefined ? null : await send('site.offer', { tabId });
      if (isCurrent) setOffer(answer);
    }
    ask().catch(() => undefined); // The list below says what is wrong with the worker; here is nothing to offer.
    return () => {
      isCurrent = false;
    };
  }, [send, sitePermissions]);

  const accept = useCallback(() => {
    async function take(): Promise<void> {
      if (offer === null) return;
      // Asked first of all: the browser asks the reader only right after a click.
      if (offer.kind !== 'off' && !(await sitePermissions.request(offer.origins))) return;
      const { sitesOff } = await readSettings();
      if (sitesOff.includes(offer.key)) {
        await updateSettings({ sitesOff: sitesOff.filter((key) => key !== offer.key) });
      }
      setAccepted(true);
    }
    take().catch(() => undefined); // A browser that refuses has told the reader; the offer stays.
  }, [offer, sitePermissions, readSettings, updateSettings]);

  return { offer, accept, isAccepted };
}
