import { type ReactNode, useId } from 'react';

export interface SelectFieldProps<T extends string> {
  readonly label: string;
  /** What it does, in full. */
  readonly text?: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}

/** A labelled drop-down list. */
export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactNode {
  const { label, text, options, chosen, onChoose } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select"
        aria-describedby={text === undefined ? undefined : `${id}-text`}
        value={chosen}
        onChange={(event) => {
          const option = options.find(({ value }) => value === event.target.value);
          if (option !== undefined) onChoose(option.value); // Always one of them.
        }}
      >
        {options.map(({ value, text: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {text !== undefined && (
        <p id={`${id}-text`} className="explained">
          {text}
        </p>
      )}
    </div>
  );
}
