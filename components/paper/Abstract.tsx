import type { ReactNode } from 'react';
import type { Paper } from '../../lib/model/paper/paper';
import { splitAt, type TextRange } from '../../lib/text/highlight';
import { ERROR_WORDS, WORDS } from '../words/words';
import { useQuery } from '../worker/use-query';

export interface MarkedProps {
  readonly text: string;
  /** In any order; where they overlap there is one mark. */
  readonly marks: readonly TextRange[];
}

/** A text with some of its parts marked. */
export function Marked({ text, marks }: MarkedProps): ReactNode {
  // The parts of one text never move, so their position is their identity.
  return splitAt(text, marks).map((part, position) =>
    part.isMarked ? <mark key={position}>{part.text}</mark> : part.text,
  );
}

export interface AbstractProps {
  /** What the button that opens it controls. */
  readonly id: string;
  readonly text: string | undefined;
  readonly marks?: readonly TextRange[];
}

/** An abstract, or a line saying that none is known. */
export function Abstract({ id, text, marks = [] }: AbstractProps): ReactNode {
  const isEmpty = text === undefined || text === '';
  return (
    <p id={id} className="abstract" lang="en" data-empty={isEmpty || undefined}>
      {isEmpty ? WORDS.noAbstract : <Marked text={text} marks={marks} />}
    </p>
  );
}

export interface PaperAbstractProps {
  /** What the button that opens it controls. */
  readonly id: string;
  /** An entry of the reading list has no provenance: the feed may know more by now. */
  readonly paper: Partial<Pick<Paper, 'abstract' | 'provenance'>> & Pick<Paper, 'key'>;
  /** What to mark. */
  readonly marksIn?: (abstract: string) => readonly TextRange[];
}

/** The abstract of a paper of the feed. One that the package does not have is fetched when it is opened. */
export function PaperAbstract({ id, paper, marksIn = () => [] }: PaperAbstractProps): ReactNode {
  const { key, abstract, provenance } = paper;
  const isStarter = provenance?.some((entry) => entry.isStarter === true) ?? true; // As said above.
  const isFetchable = abstract === undefined && isStarter;
  const { asked, askAgain } = useQuery({ name: 'feed.abstract', request: isFetchable ? { key } : null });
  if (isFetchable && asked.kind === 'loading') {
    return (
      <p id={id} className="abstract" data-empty role="status">
        {WORDS.fetchingAbstract}
      </p>
    );
  }
  if (isFetchable && asked.kind === 'failed') {
    return (
      <p id={id} className="abstract" data-empty role="alert">
        {ERROR_WORDS[asked.code]}{' '}
        <button type="button" className="link-button" onClick={askAgain}>
          {WORDS.tryAgain}
        </button>
      </p>
    );
  }
  const text = abstract ?? (asked.kind === 'ready' ? (asked.value ?? undefined) : undefined); // None is known.
  return <Abstract id={id} text={text} marks={text === undefined ? [] : marksIn(text)} />;
}
