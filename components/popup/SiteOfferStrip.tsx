import type { ReactNode } from 'react';
import type { SiteOffer } from '../../lib/model/access/site-offer';
import { OUTSIDE, type Outside } from '../worker/outside';
import { useSiteOffer } from './use-site-offer';
import { Strip } from '../controls/Strip';

export interface SiteOfferStripProps {
  /** Test seam. */
  readonly outside_?: Outside;
}

/** Offers to run on the site of the active tab, where Paperkin may not yet, or is switched off. */
export function SiteOfferStrip({ outside_ = OUTSIDE }: SiteOfferStripProps): ReactNode {
  const { offer, accept, isAccepted } = useSiteOffer(outside_);
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
