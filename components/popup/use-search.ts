import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import type { FeedItem } from '../../lib/model/feed/lists';
import { useQuery } from '../worker/use-query';

/** A pause in typing. */
const PAUSE_MS = 120;
const LIMIT = 30;

/** What the search field has brought. */
export type SearchState =
  | { readonly kind: 'off' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** `text`: what these are the results for, while the next ones load. */
  | { readonly kind: 'ready'; readonly text: string; readonly items: readonly FeedItem[] };

/** Searches the cached feed after a pause in typing; off while the field is blank. */
export function useSearch(typed: string): SearchState {
  const text = typed.trim();
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(text), text === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  // Old results stay while the next ones load, but not once the field was cleared.
  const request = text === '' || wanted === '' ? null : { text: wanted, limit: LIMIT };
  const { asked, answered } = useQuery({
    name: 'feed.search',
    request,
    about: request === null ? 'nothing' : 'search',
  });
  if (text === '') return { kind: 'off' };
  if (asked.kind !== 'ready' || answered === null)
    return asked.kind === 'failed' ? asked : { kind: 'loading' };
  if (asked.failure !== undefined) return { kind: 'failed', code: asked.failure };
  return { kind: 'ready', text: answered.request.text, items: asked.value };
}
