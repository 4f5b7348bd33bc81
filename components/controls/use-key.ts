import { useEffect } from 'react';

/**
 * Calls back when a key is pressed anywhere on the page, unless something inside has used it.
 *
 * A printable key is left alone while the reader types into a field. `onKey` must be stable between renders.
 */
export function useKey(key: string, onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== key || event.defaultPrevented || event.isComposing || hasModifier) return;
      if (key.length === 1 && isField(event.target)) return;
      onKey(event);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [key, onKey]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
