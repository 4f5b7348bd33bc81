import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import type { FeedItem } from '../../lib/model/feed/lists';
import { OUTSIDE, type Outside } from '../worker/outside';

/** A pause in typing. */
const PAUSE_MS = 120;
const LIMIT = 30;

/** What the search field has brought. */
export type SearchState =
  | { readonly kind: 'off' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** `text`: what these are results for, while the next are on their way. */
  | { readonly kind: 'ready'; readonly text: string; readonly items: readonly FeedItem[] };

/** Searches the cached feed after a pause in typing; off while the field is blank. */
export function useSearch(
  typed: string,
  version: string,
  { send }: Pick<Outside, 'send'> = OUTSIDE,
): SearchState {
  const text = typed.trim();
  const [found, setFound] = useState<SearchState>({ kind: 'off' });

  useEffect(() => {
    let isCurrent = true;
    const take = (state: SearchState): void => {
      if (isCurrent) setFound(state);
    };
    const search = (): void => {
      if (text === '') return take({ kind: 'off' });
      send('feed.search', { text, limit: LIMIT }).then(
        (items) => take({ kind: 'ready', text, items }),
        (error: unknown) => take({ kind: 'failed', code: codeOf(error) }),
      );
    };
    const timer = setTimeout(search, text === '' ? 0 : PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, version, send]);

  // The effect runs after the first drawing; a cleared field must not show old results even once.
  if (text === '') return { kind: 'off' };
  return found.kind === 'off' ? { kind: 'loading' } : found;
}
