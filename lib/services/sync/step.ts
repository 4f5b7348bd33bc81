import { findEdition } from '../../db/editions';
import type { FeedCommit } from '../../db/feed';
import { putJob, findValidators } from '../../db/sync';
import { type Database, storageError } from '../../db/open';
import type { Job } from '../../db/schema';
import { AppError, NetworkError, NotModifiedError, NotNowError, ParseError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import { compact } from '../../model/compact';
import { isPastJob } from '../../model/feed/job';
import type { Cursor, FeedErrorCode, Validators } from '../../model/feed/request';
import type { ParsedPage, PlanContext, Source } from '../../sources/types';
import { advance, fail, isSettled, withState } from './job';
import { withoutSettled } from './plan';

/** After this many tries we believe that a day is empty. */
const TRIES_OF_EMPTY = 3;
/** This many unreadable records and no readable one mean that the format has changed. */
const MIN_UNREADABLE = 3;

/** The codes that a failed request can be stored and shown under. */
const FEED_ERROR_CODES: Readonly<Record<FeedErrorCode, true>> = {
  blocked: true,
  'empty-list': true,
  'http-error': true,
  network: true,
  'not-found': true,
  'rate-limited': true,
  'server-error': true,
  storage: true,
  'storage-full': true,
  timeout: true,
  'too-large': true,
  unexpected: true,
  'wrong-format': true,
};

/** What one request needs. */
export interface StepOptions {
  readonly database: Database;
  readonly source: Source;
  readonly get: HttpGet;
  readonly context: PlanContext;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Stores an answer, all or nothing. */
  readonly commit: (commit: FeedCommit) => Promise<unknown>;
}

/**
 * Makes the first pending request of a job and stores the outcome: the answer and the job in one transaction,
 * or the job's failure. When the signal aborts, everything stays as it was.
 *
 * Errors: `storage`, `storage-full` when not even the failure can be stored.
 */
export async function stepJob(job: Job, options: StepOptions): Promise<Job> {
  const { database, source, context, signal, now } = options;
  const [cursor] = job.queue;
  if (cursor === undefined) return job;
  try {
    const { page, version } = await askFor(cursor, job, options);
    const advanced = advance(job, page);
    signal.throwIfAborted();
    await options.commit(commitOf(cursor, advanced, page, version, source, now()));
    return advanced;
  } catch (error) {
    if (signal.aborted) return job;
    const after =
      error instanceof NotNowError
        ? withState(job, { kind: 'waiting', reason: error.reason, untilMs: error.untilMs }, now())
        : fail(job, {
            code: codeOf(error, source),
            serverSaysMs: error instanceof NetworkError ? error.retryAtMs : undefined,
            fallback: await withoutSettled(database, source, source.fallback(cursor, context)),
            isOptional: source.isOptional?.(cursor) === true,
            atMs: now(),
          });
    await putJob(database, after);
    return after;
  }
}

/** A page; with the version of the answer when the same request may later be answered by "not modified". */
interface Answer {
  readonly page: ParsedPage;
  readonly version: AnswerVersion | undefined;
}

const NOTHING_NEW: Answer = { page: { records: [], dropped: [], next: [] }, version: undefined };

async function askFor(cursor: Cursor, job: Job, options: StepOptions): Promise<Answer> {
  const { database, source, context, signal } = options;
  const { get, lastAnswer } = createConditionalGet(database, options.get);
  let raw: unknown;
  try {
    raw = await source.fetchPage(cursor, get, signal);
  } catch (error) {
    if (error instanceof NotModifiedError) return NOTHING_NEW;
    throw error;
  }
  const page = source.parse(raw, cursor, context);
  await checkPage(cursor, job, page, options);
  // Only a day's first page can be left out: later pages are requested by a page of this run.
  const shown = new Set(page.records.map(({ edition }) => edition));
  const next = await withoutSettled(database, source, page.next, (date) => shown.has(date));
  // An answer that asks for further requests must be read again each time, so its version is not kept.
  const version = page.next.length === 0 ? lastAnswer() : undefined;
  return { page: { ...page, next }, version };
}

/** Throws for an answer that must not be believed. */
async function checkPage(
  cursor: Cursor,
  { failures }: Job,
  { records, dropped, isWhole }: ParsedPage,
  { database, source }: StepOptions,
): Promise<void> {
  const date = source.editionOf(cursor);
  if (records.length > 0 || isWhole !== true || date === null || failures >= TRIES_OF_EMPTY) return;
  const unreadable = dropped.reduce((sum, { count }) => sum + count, 0);
  if (unreadable >= MIN_UNREADABLE) throw new ParseError(`Expected papers, got ${unreadable} other records`);
  const known = await findEdition(database, source.id, date);
  if (known !== undefined && known.papers.length > 0) {
    throw new AppError('empty-list', `Expected ${known.papers.length} papers of ${date}, got none`);
  }
}

function commitOf(
  cursor: Cursor,
  job: Job,
  { records, isRanking, isWhole }: ParsedPage,
  version: AnswerVersion | undefined,
  source: Source,
  nowMs: number,
): FeedCommit {
  const date = source.editionOf(cursor);
  const isSettling = date === null || !isSettled({ date, fetchedAtMs: nowMs });
  const isAskedAgain = isSettling && !isPastJob(job.id);
  return compact({
    source: source.id,
    records: records.map(({ paper, link, edition, announced }) => {
      const provenance = { source: source.id, fetchedAtMs: nowMs, link };
      return compact({ facts: paper, provenance, edition, announced });
    }),
    edition: date === null ? undefined : { date, isWhole: isWhole === true },
    isRanking: isRanking === true ? true : undefined,
    validators: isAskedAgain ? version : undefined,
    job,
    nowMs,
  });
}

function codeOf(error: unknown, { id }: Source): FeedErrorCode {
  const code = feedErrorCode(error);
  if (code === 'unexpected') report(`sync: ${id}`, error);
  return code;
}

/** One answer's URL, and what the server calls its version. */
interface AnswerVersion {
  readonly url: string;
  readonly validators: Validators | undefined;
}

/**
 * Makes a `get` that sends the validators of the URL's stored answer and remembers those of the last new
 * answer.
 *
 * Store them in one transaction with what was read from the answer; otherwise we would tell the server that
 * we know something that we lack. Errors: those of `get`; `NotModifiedError`.
 */
function createConditionalGet(
  database: Database,
  get: HttpGet,
): { readonly get: HttpGet; readonly lastAnswer: () => AnswerVersion | undefined } {
  let last: AnswerVersion | undefined;
  return {
    get: async (url, options) =>
      get(url, {
        ...options,
        validators: await findValidators(database, url),
        onValidators: (validators) => {
          last = { url, validators };
        },
      }),
    lastAnswer: () => last,
  };
}

/** The code under which a failed request is stored and shown; `unexpected` for errors of others. */
export function feedErrorCode(error: unknown): FeedErrorCode {
  // Reads of IndexedDB throw the browser's own errors.
  const coded = error instanceof DOMException ? storageError(error) : error;
  if (!(coded instanceof AppError)) return 'unexpected';
  return isFeedErrorCode(coded.code) ? coded.code : 'unexpected';
}

function isFeedErrorCode(code: string): code is FeedErrorCode {
  return Object.hasOwn(FEED_ERROR_CODES, code);
}
