import type { Annotation } from '../messages/protocol';
import css from './annotation.css?inline';
import { element, onClick, shadowHost } from './dom';

/** Every word that we put into it. */
const WORDS = {
  related: (count: number) => (count === 1 ? '1 related paper' : `${count} related papers`),
  relatedShort: (count: number) => `${count} related`,
  syncing: 'Fetching the feed…',
  none: 'No related papers yet',
  open: 'Open Paperkin’s sidebar',
  saved: 'In your reading list',
  failed: 'Paperkin could not look this paper up: try again',
  updated: 'Paperkin was updated: reload this page',
  switchOff: (site: string) => `Switch Paperkin off on ${site}`,
  off: (site: string) => `Off on ${site}: switch on again`,
} as const;

/** This many topics fit beside the button on one line of a common page. */
const MAX_TOPICS = 4;

export interface AnnotationOptions {
  /** `row`: one line in the page's own layout, in the reserved slot; `edge`: a slim tab on the right edge. */
  readonly slot: 'edge' | 'row';
  /** What the reader calls this site. */
  readonly siteName: string;
  readonly onOpen: () => void;
  /** The reader switches the site off or, when it is off, on again. */
  readonly onSwitch: (isOn: boolean) => void;
  readonly onRetry: () => void;
  readonly onReload: () => void;
  readonly signal: AbortSignal;
}

/** Makes an empty annotation, which `show` fills. Plain DOM in a closed shadow root. */
export function createAnnotation(options: AnnotationOptions) {
  const { slot, siteName, onOpen, onSwitch, onRetry, onReload, signal } = options;
  const { host, root } = shadowHost('paperkin-annotation', css);
  host.dataset['slot'] = slot;
  const row = element('div', { class: `annotation ${slot}`, role: 'group', 'aria-label': 'Paperkin' });
  const button = element('button', { type: 'button', class: 'open' });
  const offWords = WORDS.switchOff(siteName);
  const offButton = element(
    'button',
    { type: 'button', class: 'off', 'aria-label': offWords, title: offWords },
    '×',
  );
  root.append(row);
  let act = onOpen;
  onClick(button, () => act(), signal);
  onClick(offButton, () => onSwitch(false), signal);
  signal.addEventListener('abort', () => host.remove());

  function showNote(words: string, action: () => void): void {
    act = action;
    button.replaceChildren(words);
    button.ariaLabel = words;
    button.title = '';
    button.dataset['saved'] = 'false';
    row.replaceChildren(button);
  }

  return {
    host,
    /** Draws an answer; the button opens the sidebar. */
    show({ state, topics, relatedCount, isSaved }: Annotation): void {
      const isReady = state === 'ready' || relatedCount > 0;
      const words = isReady ? WORDS.relatedShort(relatedCount) : wordsOf(state);
      const tags = topics.slice(0, MAX_TOPICS).map((topic) => element('span', { class: 'topic' }, topic));
      act = onOpen;
      button.replaceChildren(words);
      button.ariaLabel = isReady ? WORDS.related(relatedCount) : `${words} ${WORDS.open}`;
      button.dataset['saved'] = String(isSaved);
      button.title = isSaved ? WORDS.saved : WORDS.open;
      const topicRow =
        slot === 'row' && tags.length > 0 ? [element('div', { class: 'topics' }, ...tags)] : [];
      row.replaceChildren(...topicRow, button, offButton);
    },
    /** After the first answer did not come: the button asks again. */
    showFailed: () => showNote(WORDS.failed, onRetry),
    /** The button switches the site on again. */
    showOff: () => showNote(WORDS.off(siteName), () => onSwitch(true)),
    /** After the extension was updated: the button reloads the page. */
    showUpdated: () => showNote(WORDS.updated, onReload),
    /** Takes the focus back when the sidebar closes. */
    focus: () => button.focus(),
  };
}

function wordsOf(state: Annotation['state']): string {
  return state === 'syncing' ? WORDS.syncing : WORDS.none;
}
