import { type ReactNode, useCallback, useRef } from 'react';
import { useKey } from './browser-page';
import { Icon } from './Icon';

export interface SearchFieldProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A search field. `/` focuses it from anywhere on the page, and Esc empties it. */
export function SearchField({ label, text, onText }: SearchFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const focusField = useCallback((event: KeyboardEvent) => {
    event.preventDefault();
    field.current?.focus(); // Null only before the field is drawn.
  }, []);
  useKey('/', focusField);
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return;
          // Otherwise the browser closes the popup.
          event.preventDefault();
          onText('');
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}
