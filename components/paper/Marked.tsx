import type { ReactNode } from 'react';
import { splitAt, type TextRange } from '../../lib/text/highlight';

export interface MarkedProps {
  readonly text: string;
  /** In any order; where they overlap there is one mark. */
  readonly marks: readonly TextRange[];
}

/** A text with some of its places marked. */
export function Marked({ text, marks }: MarkedProps): ReactNode {
  const parts = splitAt(text, marks);
  // The parts of one text never move, so their place is their identity.
  return parts.map((part, position) => (part.isMarked ? <mark key={position}>{part.text}</mark> : part.text));
}
