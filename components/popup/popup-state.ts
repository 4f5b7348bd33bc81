import type { ErrorCode } from '../../lib/errors';
import type { EditionView, FeedItem, SinceView } from '../../lib/model/feed/lists';
import {
  feedProblem,
  type FeedStatus,
  type SourceStatus,
  syncProgress,
  type SyncProgress,
} from '../../lib/model/feed/status';
import type { SourceId } from '../../lib/model/paper/paper';
import type { Asked } from '../worker/query-store';
import type { SearchState } from './use-search';
import type { EmptyProblem } from '../sidebar/sidebar-state';

/** All that the popup can show below its search field. */
export type PopupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** Nothing cached yet, but under way. */
  | { readonly kind: 'syncing'; readonly progress: SyncProgress }
  /** Nothing cached; what the source is doing says why, once it is known. */
  | {
      readonly kind: 'empty';
      readonly problem: EmptyProblem | null;
      readonly status: SourceStatus | null;
    }
  /** The source has papers, but not this list: a ranking that was not fetched yet. */
  | { readonly kind: 'no-list' }
  | { readonly kind: 'edition'; readonly edition: EditionView }
  | { readonly kind: 'since'; readonly since: SinceView }
  | { readonly kind: 'found'; readonly text: string; readonly items: readonly FeedItem[] };

/** What the worker said about the chosen list. */
export type ChosenList =
  | { readonly kind: 'edition'; readonly source: SourceId | null; readonly asked: Asked<EditionView | null> }
  | { readonly kind: 'since'; readonly asked: Asked<SinceView> };

/** Turns the worker's answers into what to show. A search comes before the chosen list. */
export function popupState(list: ChosenList, status: Asked<FeedStatus>, search: SearchState): PopupState {
  if (search.kind === 'ready') return { kind: 'found', text: search.text, items: search.items };
  if (search.kind !== 'off') return search;
  if (list.asked.kind !== 'ready') return list.asked;
  if (list.kind === 'since') return { kind: 'since', since: list.asked.value };
  if (list.asked.value !== null) return { kind: 'edition', edition: list.asked.value };
  // Only the status tells whether the list is being fetched.
  if (status.kind !== 'ready') return status;
  const progress = syncProgress(status.value);
  if (progress !== null) return { kind: 'syncing', progress };
  const problem = feedProblem(status.value, list.source ?? undefined);
  const own = status.value.sources.find(({ source }) => source === list.source) ?? null;
  return own !== null && own.papers > 0 && problem === null
    ? { kind: 'no-list' }
    : { kind: 'empty', problem, status: own };
}
