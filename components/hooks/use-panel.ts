import { useCallback, useEffect, useState } from 'react';
import type { PanelAddress, PanelPaper } from '../../lib/messages/protocol';
import { SECOND } from '../../lib/model/dates';
import { OUTSIDE, type Outside } from './outside';
import { type Asked, useAsked } from './use-asked';

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

/** Asks which paper the tab shows, again at each navigation and with every `version`. */
export function usePanel(
  watchAddress: WatchAddress,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): PanelView {
  const [address, setAddress] = useState<PanelAddress | null>(null);
  const ask = useCallback(
    () => (address === null ? new Promise<never>(() => undefined) : send('panel.paper', address)), // Loading until the tab is known.
    [address, send],
  );
  const [panel, askAgain] = useAsked(ask, version, JSON.stringify(address));

  useEffect(() => watchAddress(setAddress), [watchAddress]);
  useEffect(() => {
    if (address === null || 'token' in address) return undefined; // An iframe is opened once its paper is known.
    const timers = LATER_MS.map((delayMs) => setTimeout(askAgain, delayMs));
    return () => timers.forEach(clearTimeout);
  }, [address, askAgain]);

  return { address, panel, askAgain };
}
