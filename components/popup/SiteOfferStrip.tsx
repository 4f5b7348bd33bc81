import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { SiteOffer } from '../../lib/model/access/site-offer';
import { Strip } from '../controls/Strip';
import { OutsideContext } from '../worker/outside';
import { useQuery } from '../worker/use-query';

/** Offers to run on the active tab's site, where Paperkin is not allowed yet or is switched off. */
export function SiteOfferStrip(): ReactNode {
  const { offer, accept, isAccepted } = useSiteOffer();
  if (offer === null) return null;
  return (
    <Strip icon="link">
      {isAccepted ? acceptedWords(offer) : offerWords(offer)}
      {!isAccepted && (
        <button type="button" className="link-button" onClick={accept}>
          {offer.kind === 'off' ? 'Switch on' : 'Allow'}
        </button>
      )}
    </Strip>
  );
}

/**
 * Asks the worker about the tab that the popup was opened on. The offer is null while nothing is known, and
 * when there is nothing to offer. `accept` allows the site, or switches it on again; it works only in the
 * handler of a click.
 */
function useSiteOffer() {
  const { sitePermissions, readSettings, updateSettings } = useContext(OutsideContext);
  const [tabId, setTabId] = useState<number | null>(null);
  const [isAccepted, setAccepted] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    sitePermissions.activeTab().then(
      (active) => isCurrent && active !== undefined && setTabId(active),
      () => undefined, // If the browser does not say which tab it is, there is nothing to offer.
    );
    return () => {
      isCurrent = false;
    };
  }, [sitePermissions]);
  // If the worker fails, the list below says so, and there is nothing to offer here.
  const { asked } = useQuery({ name: 'site.offer', request: tabId === null ? null : { tabId } });
  const offer = asked.kind === 'ready' ? asked.value : null;

  async function take(wanted: SiteOffer): Promise<void> {
    // This comes first: the browser shows its question only right after a click.
    if (wanted.kind !== 'off' && !(await sitePermissions.request(wanted.origins))) return;
    const { sitesOff } = await readSettings();
    const left = sitesOff.filter((key) => key !== wanted.key);
    if (left.length < sitesOff.length) await updateSettings({ sitesOff: left });
    setAccepted(true);
  }

  const accept = (): void => {
    // If the browser refuses, it has told the reader. The offer stays.
    if (offer !== null) take(offer).catch(() => undefined);
  };
  return { offer, accept, isAccepted };
}

function offerWords({ kind, name, host }: SiteOffer): string {
  switch (kind) {
    case 'listed':
      return `Paperkin can annotate ${host}. `;
    case 'declared':
      return `This page says it is a paper. Paperkin can annotate ${host}. `;
    case 'off':
      return `Paperkin is off on ${name}. `;
  }
}

function acceptedWords({ kind, name, host }: SiteOffer): string {
  return kind === 'off'
    ? `On again on ${name}, from the next page you open.`
    : `Papers on ${host} are annotated now.`;
}
