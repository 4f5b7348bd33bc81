import type { FeedErrorCode } from './request';
import type { SourceId } from '../paper/paper';

/**
 * Names one row of the job table: the daily sync of a source (`arxiv`), the history of all its days
 * (`hf-daily/history`), or one of its fields whose past is fetched (`arxiv/fill/cs.LG`).
 */
export type JobId = SourceId | `${SourceId}/fill/${string}` | `${SourceId}/history`;

/**
 * Why a job with work left does not continue.
 *
 * - `schedule`: nothing is due before `untilMs`;
 * - `server`: the server asked not to be contacted;
 * - `quiet-hour`: the source asks clients to pause at this hour;
 * - `offline`, `data-saver`: there is no connection, or the reader wants to save data;
 * - `paused`: the reader paused it;
 * - `budget`: as many papers as the settings allow are cached.
 */
export type WaitReason =
  | 'budget'
  | 'data-saver'
  | 'offline'
  | 'paused'
  | 'quiet-hour'
  | 'schedule'
  | 'server';

/** What a job is doing. Stored, so that it survives the worker. */
export type JobState =
  /** It has nothing to request: no field of the source is followed. */
  | { readonly kind: 'off' }
  /** It runs as soon as earlier jobs have finished with its server. */
  | { readonly kind: 'due' }
  /** Finished requests of those known so far: `total` may grow. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  /** `untilMs` (ms since epoch) is absent when no clock ends the wait. */
  | { readonly kind: 'waiting'; readonly reason: WaitReason; readonly untilMs?: number }
  /** Everything is fetched; nothing follows. */
  | { readonly kind: 'done'; readonly atMs: number }
  | {
      readonly kind: 'failed';
      readonly code: FeedErrorCode;
      readonly retryAtMs: number;
      readonly atMs: number;
    };

/** The source that a job fetches from. */
export function sourceOfJob(id: JobId): SourceId {
  return id.split('/')[0] as SourceId; // Every id begins with one.
}

/** The field that a job fills back: `arxiv/fill/cs.LG` → `cs.LG`; undefined for every other job. */
export function fieldOfJob(id: JobId): string | undefined {
  return /^[^/]+\/fill\/(.+)$/.exec(id)?.[1];
}

/** True for a job that fetches the past; false for a source's daily sync. */
export function isPastJob(id: JobId): boolean {
  return id.includes('/');
}
