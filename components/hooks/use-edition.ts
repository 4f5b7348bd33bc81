import { useCallback, useEffect, useRef } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import type { EditionView } from '../../lib/model/feed';
import type { PaperKey, SourceId } from '../../lib/model/paper';
import { OUTSIDE, type Outside } from './outside';
import { type Asked, useAsked } from './use-asked';

/**
 * The list of a day, the newest when `date` is null; a null value when none is cached.
 *
 * Once the newest list is on screen the worker is told that it was seen. Papers new at the first answer stay
 * new while this page is open: a mark that goes while one reads is of no use. Nothing is asked while `source`
 * is null.
 */
export function useEdition(
  source: SourceId | null,
  date: IsoDate | null,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): readonly [Asked<EditionView | null>, () => void] {
  const newKeys = useRef<Set<PaperKey>>(new Set());
  const ask = useCallback(async () => {
    if (source === null) return new Promise<never>(() => undefined); // Loading until the list is chosen.
    const edition = await send('feed.edition', date === null ? { source } : { source, date });
    return edition === null ? null : keepNew(edition, newKeys.current);
  }, [source, date, send]);
  const [edition, askAgain] = useAsked(ask, version);

  const isShown = edition.kind === 'ready' && edition.value !== null && date === null;
  useEffect(() => {
    // Only the marks of the next opening depend on it, so a failure is not worth the reader's time.
    if (isShown) send('feed.markSeen').catch(() => undefined);
  }, [isShown, send]);

  return [edition, askAgain];
}

function keepNew(edition: EditionView, newKeys: Set<PaperKey>): EditionView {
  for (const { paper, isNew } of edition.papers) if (isNew) newKeys.add(paper.key);
  return {
    ...edition,
    papers: edition.papers.map((item) => ({ ...item, isNew: newKeys.has(item.paper.key) })),
  };
}
