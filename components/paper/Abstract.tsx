import type { ReactNode } from 'react';
import type { TextRange } from '../../lib/text/highlight';
import { Marked } from './Marked';
import { WORDS } from '../words/words';

export interface AbstractProps {
  /** What the button that opens it controls. */
  readonly id: string;
  readonly text: string | undefined;
  /** Places to mark. */
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
