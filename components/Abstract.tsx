import type { ReactNode } from 'react';
import { Marked } from './Marked';
import { WORDS } from './words';

export interface AbstractProps {
  /** What the button that opens it controls. */
  readonly id: string;
  readonly text: string | undefined;
  /** Phrases to mark. */
  readonly phrases?: readonly string[];
}

/** An abstract, or a line saying that none is known. */
export function Abstract({ id, text, phrases = [] }: AbstractProps): ReactNode {
  const isEmpty = text === undefined || text === '';
  return (
    <p id={id} className="abstract" lang="en" data-empty={isEmpty || undefined}>
      {isEmpty ? WORDS.noAbstract : <Marked text={text} phrases={phrases} />}
    </p>
  );
}
