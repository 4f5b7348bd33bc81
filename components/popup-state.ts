import type { ErrorCode } from '../lib/errors';
import type { EditionView, FeedItem, FeedStatus } from '../lib/model/feed';
import { feedProblem, syncProgress, type SyncProgress } from '../lib/model/feed-summary';
import type { SourceId } from '../lib/model/paper';
import type { Asked } from './hooks/use-asked';
import type { SearchState } from './hooks/use-search';
import type { EmptyProblem } from './sidebar-state';

/** All that the popup can show below its search field. */
export type PopupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** Nothing cached yet, but under way. */
  | { readonly kind: 'syncing'; readonly progress: SyncProgress }
  | { readonly kind: 'empty'; readonly problem: EmptyProblem | null }
  | { readonly kind: 'edition'; readonly edition: EditionView }
  | { readonly kind: 'found'; readonly text: string; readonly items: readonly FeedItem[] };

/** Puts what the worker said together into what to show; a search comes before the day's list. */
export function popupState(
  source: SourceId | null,
  edition: Asked<EditionView | null>,
  status: Asked<FeedStatus>,
  search: SearchState,
): PopupState {
  if (search.kind === 'ready') return { kind: 'found', text: search.text, items: search.items };
  if (search.kind !== 'off') return search;
  if (edition.kind !== 'ready') return edition;
  if (edition.value !== null) return { kind: 'edition', edition: edition.value };
  // Only the status tells a list that is on its way from one that is not.
  if (status.kind !== 'ready') return status;
  const progress = syncProgress(status.value);
  if (progress !== null) return { kind: 'syncing', progress };
  return { kind: 'empty', problem: feedProblem(status.value, source ?? undefined) };
}
