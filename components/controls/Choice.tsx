import type { ReactNode } from 'react';

export interface ChoiceProps<T extends string> {
  /** What is chosen. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** A row of options, one of them chosen. */
export function Choice<T extends string>({ label, options, chosen, onChoose }: ChoiceProps<T>): ReactNode {
  return (
    <div className="choice" role="group" aria-label={label}>
      {options.map(({ value, text }) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
          {text}
        </button>
      ))}
    </div>
  );
}
