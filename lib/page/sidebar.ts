import { SECOND } from '../model/dates';
import { element, onClick, shadowHost } from './element';
import css from './sidebar.css?inline';
import { PAGE_WORDS } from './words';

/** What the panel's page posts to its parent once it runs; also in `entrypoints/sidepanel/main.tsx`. */
export const PANEL_READY = 'paperkin:panel-ready';

/** The iframe shows itself within 150 ms; a page that refuses it (COEP, sandbox) never does. */
const REFUSED_AFTER_MS = 3 * SECOND;

/** The sidebar on a page: the side panel's page in an iframe of the extension's, opened and closed. */
export interface Sidebar {
  readonly isOpen: () => boolean;
  open(): void;
  close(): void;
}

export interface SidebarOptions {
  /** The panel's page with the token of this tab. */
  readonly url: () => string;
  /** Opens the browser's own panel instead. Rejects where there is none. */
  readonly openSidePanel: () => Promise<void>;
  readonly onClose: () => void;
  readonly signal: AbortSignal;
}

/** Makes the sidebar, closed. Nothing is in the page until it is opened. */
export function createSidebar(options: SidebarOptions): Sidebar {
  let shown: AbortController | null = null;

  function close(): void {
    if (shown === null) return;
    shown.abort();
    shown = null;
    options.onClose();
  }

  function open(): void {
    if (shown !== null) return;
    shown = new AbortController();
    const signal = AbortSignal.any([shown.signal, options.signal]);
    const { host, root } = shadowHost('paperkin-sidebar', css);
    const frame = element('iframe', {
      src: options.url(),
      title: PAGE_WORDS.sidebarTitle,
      allow: 'clipboard-write',
    });
    root.append(frame);
    // In Firefox's PDF viewer only children of <html> are drawn above the document.
    document.documentElement.append(host);
    signal.addEventListener('abort', () => host.remove());
    const refused = setTimeout(() => frame.replaceWith(createRefusal(signal)), REFUSED_AFTER_MS);
    const onMessage = ({ source, data }: MessageEvent): void => {
      if (source !== frame.contentWindow || data !== PANEL_READY) return;
      clearTimeout(refused);
      frame.focus();
    };
    window.addEventListener('message', onMessage, { signal });
    signal.addEventListener('abort', () => clearTimeout(refused));
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && event.isTrusted) close();
    };
    document.addEventListener('keydown', onKey, { signal, capture: true });
  }

  function createRefusal(signal: AbortSignal): HTMLElement {
    const note = element('p', {}, PAGE_WORDS.refused);
    const panelButton = element('button', { type: 'button' }, PAGE_WORDS.openSidePanel);
    const closeButton = element('button', { type: 'button' }, PAGE_WORDS.close);
    onClick(closeButton, close, signal);
    const openPanel = (): void => {
      options.openSidePanel().then(close, () => note.replaceChildren(PAGE_WORDS.noSidePanel));
    };
    onClick(panelButton, openPanel, signal);
    return element('div', { class: 'refusal', role: 'alert' }, note, panelButton, closeButton);
  }

  return { isOpen: () => shown !== null, open, close };
}
