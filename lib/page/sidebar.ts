import { SECOND } from '../model/dates';
import { element, onClick, own, shadowHost } from './dom';
import css from './sidebar.css?inline';

/** Every word that we put into it. */
const WORDS = {
  refused: 'This page does not let Paperkin open its sidebar here.',
  openSidePanel: 'Open it in the browser’s side panel',
  noSidePanel: 'Open Paperkin’s sidebar from the browser’s toolbar instead.',
  close: 'Close',
  sidebarTitle: 'Paperkin: related papers',
} as const;

/** The iframe reports through the worker within 150 ms. If the page refuses it (COEP, sandbox), it never does. */
const REFUSED_AFTER_MS = 3 * SECOND;

export interface SidebarOptions {
  /** The URL of the panel's page, with the token of this tab. */
  readonly url: () => string;
  /** Opens the browser's own panel instead. Rejects where there is none. */
  readonly openSidePanel: () => Promise<void>;
  readonly onClose: () => void;
  readonly signal: AbortSignal;
}

/**
 * Makes the sidebar, closed: the side panel's page in an iframe of the extension. Nothing is in the page
 * until it is opened.
 */
export function createSidebar(options: SidebarOptions) {
  let shown: AbortController | null = null;
  let host: Element | null = null;
  let onReady: (() => void) | null = null;

  function close(): void {
    if (shown === null) return;
    shown.abort();
    shown = null;
    onReady = null;
    options.onClose();
  }

  function open(): void {
    close(); // The page may have removed it without our knowing.
    shown = new AbortController();
    const signal = AbortSignal.any([shown.signal, options.signal]);
    const made = shadowHost('paperkin-sidebar', css);
    host = made.host;
    const frame = element('iframe', {
      src: options.url(),
      title: WORDS.sidebarTitle,
      allow: 'clipboard-write',
    });
    made.root.append(frame);
    // In Firefox's PDF viewer only children of <html> are drawn above the document.
    own('documentElement').append(made.host);
    signal.addEventListener('abort', () => made.host.remove());
    const refused = setTimeout(() => frame.replaceWith(createRefusal(signal)), REFUSED_AFTER_MS);
    onReady = () => {
      clearTimeout(refused);
      frame.focus();
    };
    signal.addEventListener('abort', () => clearTimeout(refused));
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && event.isTrusted) close();
    };
    own('addEventListener')('keydown', onKey, { signal, capture: true });
  }

  function createRefusal(signal: AbortSignal): HTMLElement {
    const note = element('p', {}, WORDS.refused);
    const panelButton = element('button', { type: 'button' }, WORDS.openSidePanel);
    const closeButton = element('button', { type: 'button' }, WORDS.close);
    onClick(closeButton, close, signal);
    const openPanel = (): void => {
      options.openSidePanel().then(close, () => note.replaceChildren(WORDS.noSidePanel));
    };
    onClick(panelButton, openPanel, signal);
    return element('div', { class: 'refusal', role: 'alert' }, note, panelButton, closeButton);
  }

  return {
    isOpen: () => shown !== null && host?.isConnected === true,
    open,
    /** Says that the panel's page runs in the iframe, so it was not refused. */
    ready: () => onReady?.(),
    close,
  };
}
