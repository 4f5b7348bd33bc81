import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export interface IconButtonProps {
  readonly icon: IconName;
  /** The accessible name, and the tooltip unless `hint` is given. */
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  /** Makes it a toggle. */
  readonly isPressed?: boolean;
  /** Makes it open and close something. */
  readonly isExpanded?: boolean;
  /** Id of what it opens. */
  readonly controls?: string;
  readonly onClick: () => void;
}

/** A square button with a drawing. */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon, label, hint = label, isDisabled = false, onClick } = props;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={hint}
      disabled={isDisabled}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-controls={props.controls}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
