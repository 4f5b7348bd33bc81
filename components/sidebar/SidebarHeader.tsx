import type { ReactNode } from 'react';
import { Brand } from '../controls/Icon';
import { Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { WORDS } from '../words/words';

export interface SidebarHeaderProps {
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Absent while no paper is shown. */
  readonly onSwitchOff: (() => void) | undefined;
  /** Absent where the browser closes the panel itself. */
  readonly onClose: (() => void) | undefined;
}

/** The bar at the top: the name, the link to the library, and the buttons that switch off and close. */
export function SidebarHeader({ libraryUrl, onSwitchOff, onClose }: SidebarHeaderProps): ReactNode {
  return (
    <header className="bar">
      <h1>
        <Brand />
      </h1>
      {onSwitchOff !== undefined && (
        <IconButton icon="power" label={WORDS.switchOff} hint={WORDS.switchOff} onClick={onSwitchOff} />
      )}
      <a
        className="icon-button"
        href={`${libraryUrl}#reading`}
        target="_blank"
        aria-label={WORDS.openLibrary}
        title={WORDS.openLibrary}
      >
        <Icon name="list" />
      </a>
      {onClose !== undefined && (
        <IconButton icon="close" label="Close" hint="Close (Esc)" onClick={onClose} />
      )}
    </header>
  );
}
