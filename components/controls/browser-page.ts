import { createElement, type ReactNode, StrictMode, useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { MINUTE } from '../../lib/model/dates';

/** Renders a screen into this page's `#root`. */
export function mount(screen: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('This page has no element with the id "root".');
  createRoot(root).render(createElement(StrictMode, null, screen));
}

/** The part of the address after `#`, followed as it changes. */
export function useHash(): string {
  return useSyncExternalStore(onHash, () => location.hash.slice(1));
}

/** False when the browser is sure that there is no connection. */
export function useOnline(): boolean {
  return useSyncExternalStore(onConnection, () => navigator.onLine);
}

/** The time in ms since epoch, renewed every minute: "2 h ago" stays true on a page left open. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

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

const onHash = (callback: () => void): (() => void) => listenTo(['hashchange'], callback);
const onConnection = (callback: () => void): (() => void) => listenTo(['online', 'offline'], callback);

function listenTo(types: readonly string[], callback: () => void): () => void {
  types.forEach((type) => window.addEventListener(type, callback));
  return () => types.forEach((type) => window.removeEventListener(type, callback));
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
