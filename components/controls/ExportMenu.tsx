import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ExportFormat } from '../../lib/model/feed/lists';
import { IconButton } from './IconButton';

export interface ExportMenuProps {
  /** False while there is no list. */
  readonly canExport: boolean;
  readonly onExport: (format: ExportFormat) => void;
}

const FORMATS: readonly { readonly format: ExportFormat; readonly text: string; readonly hint: string }[] = [
  { format: 'markdown', text: 'Markdown', hint: 'for notes' },
  { format: 'json-feed', text: 'JSON Feed', hint: 'for scripts' },
  { format: 'atom', text: 'Atom', hint: 'for feed readers' },
];

/** Saves the list on screen as a file. Esc or a click elsewhere closes the menu; Esc returns the focus. */
export function ExportMenu({ canExport, onExport }: ExportMenuProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const close = useCallback(() => {
    setIsOpen(false);
    root.current?.querySelector('button')?.focus(); // Null only before it is drawn.
  }, []);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [isOpen]);
  return (
    <div
      ref={root}
      className="menu"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        // Otherwise the browser closes the popup.
        event.preventDefault();
        close();
      }}
    >
      <IconButton
        icon="download"
        label="Save this list as a file"
        isDisabled={!canExport}
        isExpanded={isOpen}
        controls={id}
        onClick={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <ul id={id} aria-label="Formats">
          {FORMATS.map(({ format, text, hint }) => (
            <li key={format}>
              <button
                type="button"
                onClick={() => {
                  onExport(format);
                  close();
                }}
              >
                {text} <span>{hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
