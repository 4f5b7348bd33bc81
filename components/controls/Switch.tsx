import { type ReactNode, useId } from 'react';

export interface SwitchProps {
  readonly label: string;
  /** What it does, in full. */
  readonly text?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** An on/off switch that takes effect at once. */
export function Switch({ label, text, isOn, onChange }: SwitchProps): ReactNode {
  const textId = useId();
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        aria-label={label}
        aria-describedby={text === undefined ? undefined : textId}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {text !== undefined && (
          <span id={textId} className="explained">
            {text}
          </span>
        )}
      </span>
    </label>
  );
}
