import { useCallback, useContext } from 'react';
import type { Paper } from '../../lib/model/paper/paper';
import { OutsideContext } from '../worker/outside';
import { type Asked, useAsked } from '../worker/use-asked';

/** The abstract of a paper that is being read: a null value when there is none. */
export interface AbstractView {
  readonly abstract: Asked<string | null>;
  readonly askAgain: () => void;
}

/**
 * What an abstract is found by. An entry of the reading list has no provenance: the feed may know more by
 * now.
 */
export type OpenedPaper = Partial<Pick<Paper, 'abstract' | 'provenance'>> & Pick<Paper, 'key'>;

/**
 * The abstract of a paper that the reader has opened. The feed has it, or, for a paper that came with the
 * package, it is fetched now.
 */
export function useAbstract({ key, abstract, provenance }: OpenedPaper): AbstractView {
  const { send } = useContext(OutsideContext);
  const isStarter = provenance?.some((entry) => entry.isStarter === true) ?? true; // As said above.
  const isFetchable = abstract === undefined && isStarter;
  const ask = useCallback(
    async () => (isFetchable ? send('feed.abstract', { key }) : null),
    [isFetchable, key, send],
  );
  const [asked, askAgain] = useAsked(ask, '', key);
  return {
    abstract: isFetchable ? asked : { kind: 'ready', value: abstract ?? null },
    askAgain,
  };
}
