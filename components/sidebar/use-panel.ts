import { useEffect, useRef, useState } from 'react';
import type { PanelAddress, PanelOpening, PanelPaper } from '../../lib/messages/protocol';
import { SECOND } from '../../lib/model/dates';
import {
  RELATED_AT_ONCE,
  RELATED_LIMIT,
  type RelatedAnswer,
  type RelatedSort,
} from '../../lib/model/related';
import type { Asked } from '../worker/query-store';
import { useQuery } from '../worker/use-query';

/** Follows the tab that a panel speaks for. Calls back at once and at each change; returns what stops it. */
export type WatchAddress = (callback: (address: PanelAddress) => void) => () => void;

/** The paper of a panel's tab. */
export interface PanelView {
  /** Null until the tab is known. */
  readonly address: PanelAddress | null;
  /** A null value: that tab shows no paper. */
  readonly panel: Asked<PanelPaper | null>;
  readonly askAgain: () => void;
}

/** A tab says that it has loaded before its content script says which paper it shows. */
const LATER_MS = [SECOND / 2, 2 * SECOND];

/**
 * Asks which paper the tab shows, and again at each navigation. `opening`: the first answer, when it is there
 * already.
 */
export function usePanel(watchAddress: WatchAddress, opening: PanelOpening | null): PanelView {
  // Another page in the same tab counts as a new visit.
  const [visit, setVisit] = useState({ address: opening?.address ?? null, count: 0 }); // Not known yet.
  const { address, count } = visit;
  const { asked, askAgain } = useQuery({ name: 'panel.paper', request: address, answer: opening?.panel });

  useEffect(
    () =>
      watchAddress((told) =>
        setVisit((last) => {
          const isSame = JSON.stringify(last.address) === JSON.stringify(told);
          // The tab of a token never changes: another paper gets another iframe.
          if (isSame && 'token' in told) return last;
          return { address: isSame ? last.address : told, count: last.count + 1 };
        }),
      ),
    [watchAddress],
  );
  const askedFor = useRef(address);
  useEffect(() => {
    if (address === null || 'token' in address) return undefined; // An iframe is opened once its paper is known.
    if (askedFor.current === address) askAgain();
    askedFor.current = address;
    const timers = LATER_MS.map((delayMs) => setTimeout(askAgain, delayMs));
    return () => timers.forEach(clearTimeout);
  }, [address, count, askAgain]);

  return { address, panel: asked, askAgain };
}

/** What the reader chose above the list. */
export interface RelatedChoice {
  readonly sort: RelatedSort;
  readonly topic: string | null;
}

/**
 * Looks up the papers related to the panel's; waits while there is none, or one without a title. The papers
 * on screen come first, the others follow. `opening`: the first of them, when they are there already.
 */
export function useRelated(
  address: PanelAddress | null,
  panel: PanelPaper | null,
  { sort, topic }: RelatedChoice,
  opening: RelatedAnswer | null,
): { readonly related: Asked<RelatedAnswer>; readonly askAgain: () => void } {
  const { ids, title, abstract } = panel?.paper ?? { title: '' }; // Without a paper there is nothing to ask.
  // The same tab may show another paper by now. Counts that the feed changes do not make it another one.
  const about = [ids, title, abstract];
  const request =
    address === null || title === ''
      ? null
      : { of: address, limit: RELATED_LIMIT, sort, ...(topic === null ? {} : { topic }) };
  const firstRequest = request === null ? null : { ...request, atOnce: RELATED_AT_ONCE };
  const first = useQuery({ name: 'related.find', request: firstRequest, about, answer: opening });
  // The answer for the earlier order or topic does not count.
  const answer =
    first.asked.kind === 'ready' && first.answered?.request === firstRequest ? first.asked.value : null;
  const isPart = answer !== null && answer.items.length < answer.found;
  const all = useQuery({ name: 'related.find', request: isPart ? request : null, about });
  // An older complete list is better than a part of the new one.
  const isWhole = all.asked.kind === 'ready' && (answer === null || isPart);
  return { related: isWhole ? all.asked : first.asked, askAgain: first.askAgain };
}
