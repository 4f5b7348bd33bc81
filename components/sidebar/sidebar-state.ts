import type { ErrorCode } from '../../lib/errors';
import type { PanelPaper } from '../../lib/messages/protocol';
import { feedProblem, type FeedStatus, syncProgress, type SyncProgress } from '../../lib/model/feed/status';
import type { RelatedAnswer } from '../../lib/model/related';
import type { Asked } from '../worker/query-store';

/** All that the sidebar can show. */
export type SidebarState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-paper' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly kind: 'paper'; readonly panel: PanelPaper; readonly related: RelatedState };

/** What stands below the paper. */
export type RelatedState =
  | { readonly kind: 'loading' }
  /** Without a title there is nothing to look up. */
  | { readonly kind: 'no-title' }
  /** The feed is empty, but a sync is running. */
  | { readonly kind: 'syncing'; readonly progress: SyncProgress }
  /** The feed is empty, and no sync is running. */
  | { readonly kind: 'empty'; readonly problem: EmptyProblem | null }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** The feed has papers, but none related. */
  | { readonly kind: 'none'; readonly answer: RelatedAnswer }
  | { readonly kind: 'ready'; readonly answer: RelatedAnswer };

/** Why nothing is cached. */
export interface EmptyProblem {
  readonly code: ErrorCode;
  readonly retryAtMs: number;
}

/** Turns the worker's answers into what to show. */
export function sidebarState(
  panel: Asked<PanelPaper | null>,
  related: Asked<RelatedAnswer>,
  status: Asked<FeedStatus>,
): SidebarState {
  if (panel.kind !== 'ready') return panel;
  // The tab may show another paper by now, so an older answer does not count.
  if (panel.failure !== undefined) return { kind: 'failed', code: panel.failure };
  if (panel.value === null) return { kind: 'no-paper' };
  return { kind: 'paper', panel: panel.value, related: relatedState(panel.value, related, status) };
}

function relatedState(
  panel: PanelPaper,
  related: Asked<RelatedAnswer>,
  status: Asked<FeedStatus>,
): RelatedState {
  if (panel.paper.title === '') return { kind: 'no-title' };
  if (related.kind !== 'ready') return related;
  const answer = related.value;
  if (answer.items.length > 0) return { kind: 'ready', answer };
  if (answer.feedSize > 0) return { kind: 'none', answer };
  if (status.kind !== 'ready') return { kind: 'loading' };
  const progress = syncProgress(status.value);
  return progress === null
    ? { kind: 'empty', problem: feedProblem(status.value) }
    : { kind: 'syncing', progress };
}
