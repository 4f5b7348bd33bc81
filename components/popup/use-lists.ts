import { useContext, useEffect, useMemo, useState } from 'react';
import { compact } from '../../lib/model/compact';
import type { IsoDate } from '../../lib/model/dates';
import type { EditionSpan, EditionView, FeedItem, SinceView } from '../../lib/model/feed/lists';
import type { PaperKey, SourceId } from '../../lib/model/paper/paper';
import { OutsideContext } from '../worker/outside';
import type { Asked } from '../worker/query-store';
import { useQuery } from '../worker/use-query';

/** Which list. */
export interface EditionChoice {
  readonly source: SourceId;
  readonly span: EditionSpan;
  /** The newest when null. */
  readonly date: IsoDate | null;
}

/** A list on its way or here. */
export interface EditionOnScreen {
  /** A null value: none is cached. */
  readonly edition: Asked<EditionView | null>;
  /** False while the list is the one that was there at opening. */
  readonly isAnswered: boolean;
  readonly askAgain: () => void;
}

/**
 * The list of a day, week or month, or a ranking. `known` stands there until the worker answers. Nothing is
 * asked while `choice` is null.
 *
 * Once the newest list is on screen, the worker is told that it was seen. Papers new at the first answer stay
 * new while this page is open: a mark that disappears while you read is useless.
 */
export function useEdition(choice: EditionChoice | null, known?: EditionView): EditionOnScreen {
  const { asked, answered, askAgain } = useQuery({
    name: 'feed.edition',
    request: choice === null ? null : requestOf(choice),
    // Another list stays on screen until the chosen one comes.
    about: 'list',
    known,
  });
  const isAnswered = answered !== null;
  const [newKeys] = useState(() => new Set<PaperKey>());
  const edition = useMemo((): Asked<EditionView | null> => {
    if (asked.kind !== 'ready' || asked.value === null || !isAnswered) return asked;
    return { ...asked, value: { ...asked.value, papers: keepNew(asked.value.papers, newKeys) } };
  }, [asked, isAnswered, newKeys]);
  // The answer marks what is new since the last visit, so it has to come before this one counts.
  const isShown = edition.kind === 'ready' && edition.value !== null && isAnswered && choice?.date === null; // No choice: nothing is shown.
  useMarkSeen(isShown);
  return { edition, isAnswered, askAgain };
}

/**
 * What came in since the last visit: asked once `isWanted`, so that it keeps nothing else waiting. While it
 * is on screen (`isShown`), the worker is told that it was seen; the answer stays the same for this visit.
 */
export function useSince({ isWanted, isShown }: { readonly isWanted: boolean; readonly isShown: boolean }): {
  readonly since: Asked<SinceView>;
  readonly askAgain: () => void;
} {
  const { asked, askAgain } = useQuery({ name: 'feed.since', request: isWanted ? undefined : null });
  useMarkSeen(isShown && asked.kind === 'ready');
  return { since: asked, askAgain };
}

function useMarkSeen(isSeen: boolean): void {
  const { send } = useContext(OutsideContext);
  useEffect(() => {
    // Only the marks of the next visit depend on it, so a failure is not worth the reader's time.
    if (isSeen) send('feed.markSeen').catch(() => undefined);
  }, [isSeen, send]);
}

function requestOf({ source, span, date }: EditionChoice) {
  return compact({ source, span: span === 'day' ? undefined : span, date: date ?? undefined });
}

/** Notes which papers are new, and marks all that ever were. */
function keepNew(papers: readonly FeedItem[], newKeys: Set<PaperKey>): readonly FeedItem[] {
  for (const { paper, isNew } of papers) if (isNew) newKeys.add(paper.key);
  return papers.map((item) => ({ ...item, isNew: newKeys.has(item.paper.key) }));
}
