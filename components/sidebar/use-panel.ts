import { useCallback, useEffect, useRef, useState } from 'react';
import type { PanelAddress, PanelOpening, PanelPaper } from '../../lib/messages/protocol';
import { SECOND } from '../../lib/model/dates';
import { OUTSIDE, type Outside } from '../worker/outside';
import { type Asked, useAsked } from '../worker/use-asked';

/** Follows the tab that a panel speaks for; calls back at once and at each change, gives what stops it. */
export type WatchAddress = (callback: (address: PanelAddress) => void) => () => void;

/** The paper of a panel's tab. */
export interface PanelView {
  /** Null until the tab is known. */
  readonly address: PanelAddress | null;
  /** A null value: that tab shows no paper. */
  readonly panel: Asked<PanelPaper | null>;
  readonly askAgain: () => void;
}

/** A tab tells that it is loaded before its content script has told which paper it shows. */
const LATER_MS = [SECOND / 2, 2 * SECOND];

/**
 * Asks which paper the tab shows, again at each navigation and with every `version`. `opening`: the first
 * answer, when it is there already.
 */
export function usePanel(
  watchAddress: WatchAddress,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
  opening: PanelOpening | null = null,
): PanelView {
  const [address, setAddress] = useState(opening === null ? null : opening.address);
  const untaken = useRef(opening);
  const ask = useCallback(async () => {
    if (address === null) return new Promise<never>(() => undefined); // Loading until the tab is known.
    const opened = untaken.current;
    untaken.current = null;
    return opened?.panel ?? send('panel.paper', address);
  }, [address, send]);
  const known = opening === null ? null : opening.panel;
  const [panel, askAgain] = useAsked<PanelPaper | null>(ask, version, JSON.stringify(address), known);

  useEffect(
    () => watchAddress((told) => setAddress((last) => (isSameAddress(last, told) ? last : told))),
    [watchAddress],
  );
  useEffect(() => {
    if (address === null || 'token' in address) return undefined; // An iframe is opened once its paper is known.
    const timers = LATER_MS.map((delayMs) => setTimeout(askAgain, delayMs));
    return () => timers.forEach(clearTimeout);
  }, [address, askAgain]);

  return { address, panel, askAgain };
}

function isSameAddress(one: PanelAddress | null, other: PanelAddress): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
