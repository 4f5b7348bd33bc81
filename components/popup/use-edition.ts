import { useCallback, useEffect, useRef } from 'react';
import { compact } from '../../lib/model/compact';
import type { IsoDate } from '../../lib/model/dates';
import type { EditionSpan, EditionView, FeedItem } from '../../lib/model/feed/lists';
import type { PaperKey, SourceId } from '../../lib/model/paper/paper';
import { OUTSIDE, type Outside } from '../worker/outside';
import { type Asked, useAsked } from '../worker/use-asked';

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
 * The list of a day, week or month, or a ranking. `known` stands there until the worker answers.
 *
 * Once the newest list is on screen the worker is told that it was seen. Papers new at the first answer stay
 * new while this page is open: a mark that goes while one reads is of no use. Nothing is asked while `choice`
 * is null.
 */
export function useEdition(
  choice: EditionChoice | null,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
  known: EditionView | null = null,
): EditionOnScreen {
  const newKeys = useRef<Set<PaperKey>>(new Set());
  // A new object each time: its text says whether it is still the same list.
  const subject = choice === null ? null : JSON.stringify(choice);
  const ask = useCallback(async () => {
    if (subject === null) return new Promise<never>(() => undefined); // Loading until the list is chosen.
    const { source, span, date } = JSON.parse(subject) as EditionChoice; // Written above.
    const edition = await send(
      'feed.edition',
      compact({ source, span: span === 'day' ? undefined : span, date: date ?? undefined }),
    );
    return edition === null ? null : { ...edition, papers: keepNew(edition.papers, newKeys.current) };
  }, [subject, send]);
  const [edition, askAgain] = useAsked<EditionView | null>(ask, version, '', known);

  const isAnswered = edition.kind === 'ready' && edition.value !== known;
  // The answer marks what is new by the last look, so it has to come before this one.
  const isShown = isAnswered && edition.value !== null && choice?.date === null; // No choice: nothing is shown.
  useEffect(() => {
    // Only the marks of the next opening depend on it, so a failure is not worth the reader's time.
    if (isShown) send('feed.markSeen').catch(() => undefined);
  }, [isShown, send]);

  return { edition, isAnswered, askAgain };
}

/** Notes which papers are new, and marks all that ever were. */
function keepNew(papers: readonly FeedItem[], newKeys: Set<PaperKey>): readonly FeedItem[] {
  for (const { paper, isNew } of papers) if (isNew) newKeys.add(paper.key);
  return papers.map((item) => ({ ...item, isNew: newKeys.has(item.paper.key) }));
}
