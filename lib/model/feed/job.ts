import type { FeedErrorCode } from './request';
import type { SourceId } from '../paper/paper';

/**
 * Names one row of the job table: the daily sync of a source (`arxiv`), the history of the daily papers
 * (`hf-daily/history`), or an arXiv category that is filled back (`arxiv/fill/cs.LG`).
 */
export type JobId = SourceId | 'hf-daily/history' | `arxiv/fill/${string}`;

/**
 * Why a job that has work left does not go on.
 *
 * - `schedule`: nothing is due before `untilMs`;
 * - `server`: the server asked to be left alone;
 * - `quiet-hour`: arXiv asks for none of its hours to be used;
 * - `offline`, `data-saver`: there is no connection, or the reader wants to save data;
 * - `paused`: the reader said so;
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
  /** There is nothing it could ask for: no category is chosen. */
  | { readonly kind: 'off' }
  /** Runs as soon as the jobs before it leave its server free. */
  | { readonly kind: 'due' }
  /** Requests done, of all that are known so far: `total` may grow. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  /** `untilMs` (ms since epoch) is absent when no clock ends the wait. */
  | { readonly kind: 'waiting'; readonly reason: WaitReason; readonly untilMs?: number }
  /** All is fetched; nothing follows. */
  | { readonly kind: 'done'; readonly atMs: number }
  | {
      readonly kind: 'failed';
      readonly code: FeedErrorCode;
      readonly retryAtMs: number;
      readonly atMs: number;
    };

/** The source that a job asks. */
export function sourceOfJob(id: JobId): SourceId {
  return id.split('/')[0] as SourceId; // Every id begins with one.
}

/** True for a job that fetches the past; false for a source's daily sync. */
export function isPastJob(id: JobId): boolean {
  return id.includes('/');
}
