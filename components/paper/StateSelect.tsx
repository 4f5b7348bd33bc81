import type { ReactNode } from 'react';
import type { ReadingState } from '../../lib/model/saved';
import { STATE_WORDS } from '../words/words';

export interface StateSelectProps {
  readonly title: string;
  readonly state: ReadingState;
  readonly onChange: (state: ReadingState) => void;
}

/** States in the order a paper passes through them. */
export const READING_STATES = ['to-read', 'reading', 'done'] as const satisfies readonly ReadingState[];

/** How far the reader got with a saved paper. */
export function StateSelect({ title, state, onChange }: StateSelectProps): ReactNode {
  return (
    <select
      className="select"
      aria-label={`Reading state: ${title}`}
      value={state}
      onChange={(event) => {
        const chosen = READING_STATES.find((candidate) => candidate === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {READING_STATES.map((option) => (
        <option key={option} value={option}>
          {STATE_WORDS[option]}
        </option>
      ))}
    </select>
  );
}
