import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Renders a screen into this page's `#root`. */
export function mount(screen: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('This page has no element with the id "root".');
  createRoot(root).render(<StrictMode>{screen}</StrictMode>);
}
