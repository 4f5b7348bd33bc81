import type { ReactNode } from 'react';
import { splitMarked } from '../lib/text/highlight';

export interface MarkedProps {
  readonly text: string;
  readonly phrases: readonly string[];
}

/** A text with every occurrence of the phrases marked. */
export function Marked({ text, phrases }: MarkedProps): ReactNode {
  const parts = splitMarked(text, phrases);
  // The parts of one text never move, so their place is their identity.
  return parts.map((part, place) => (part.isMarked ? <mark key={place}>{part.text}</mark> : part.text));
}
