import type { ErrorCode } from '../../lib/errors';
import type { Announcement } from '../../lib/model/feed/edition';
import type { DropCount, DropReason } from '../../lib/model/feed/request';
import type { SourceStatus } from '../../lib/model/feed/status';
import type { ReadingState } from '../../lib/model/saved';
import type { JobState, WaitReason } from '../../lib/model/feed/job';
import type { SourceId } from '../../lib/model/paper/paper';
import type { Reason, RelatedSort } from '../../lib/model/related';
import { describeSource, SOURCES } from '../../lib/sources/descriptions';
import type { ImportResult } from '../../lib/messages/protocol';
import { countOf, formatCount, formatUntil } from './format';

/** What went wrong and what the reader can do about it, in one or two sentences per code. */
export const ERROR_WORDS: Readonly<Record<ErrorCode, string>> = {
  'bad-file': 'This file is not a reading list that Paperkin exported. Nothing was changed.',
  'bad-message': 'Parts of Paperkin do not fit together. Close and reopen this page.',
  blocked: 'The server refused the request. It is tried again later.',
  forbidden: 'This page may not do that. Open the library and do it there.',
  'empty-list':
    'The server sent an empty list for a day that had papers. They are kept, and it is tried again later.',
  'http-error': 'The server answered with an error. It is tried again later.',
  network: 'No connection. Check that you are online.',
  'no-permission': 'The browser does not allow that server yet. Switch it on again and allow it.',
  'not-a-paper': 'There is too little on this page to tell which paper it is.',
  'not-modified': 'Nothing has changed since the last time.',
  'not-now': 'The server is to be left alone for a while. Paperkin waits.',
  'not-found': 'The server has no such list. It is tried again later.',
  'rate-limited': 'The server asked us to slow down. Paperkin waits and tries again.',
  'reload-page': 'Paperkin was updated. Reload this page.',
  'server-error': 'The server has a problem of its own. It is tried again later.',
  storage: 'The browser could not read or write the stored papers. Restart the browser.',
  'storage-full': 'The disk is full. Free some space, then sync again.',
  'switched-off': 'This is switched off in the settings.',
  timeout: 'The server took too long. It is tried again later.',
  'too-large': 'That is larger than anything expected, so it was left unread.',
  unavailable: 'Paperkin did not answer. Try again.',
  unexpected: 'Something went wrong that should not. Try again.',
  'wrong-format': 'The server sent something that is no paper list. It is tried again later.',
};

/** Why records were left out: `3 without a title`. */
export function dropWords(reason: DropReason, count: number): string {
  return `${formatCount(count)} ${DROP_WORDS[reason]}`;
}

const DROP_WORDS: Readonly<Record<DropReason, string>> = {
  'no-authors': 'without authors',
  'no-date': 'without a date',
  'no-id': 'without an id',
  'no-title': 'without a title',
  'not-an-object': 'unreadable',
};

/** All of them: `3 without a title, 1 unreadable`. */
export function dropsWords(dropped: readonly DropCount[]): string {
  return dropped.map(({ reason, count }) => dropWords(reason, count)).join(', ');
}

/** What a source is doing, in one line. */
export function jobWords({ source, state }: SourceStatus, nowMs: number): string {
  const { fields } = describeSource(source);
  if (state.kind === 'off' && fields !== undefined) return `Off: no ${fields.plural} chosen.`;
  return stateWords(state, source, nowMs);
}

/** What a job is doing, in one line. */
export function stateWords(state: JobState, source: SourceId, nowMs: number): string {
  switch (state.kind) {
    case 'off':
      return 'Not started yet.';
    case 'due':
      return 'About to start.';
    case 'waiting':
      return waitWords(state, source, nowMs);
    case 'done':
      return 'Complete.';
    case 'running':
      return progressWords(state);
    case 'failed':
      return `${ERROR_WORDS[state.code]} Next try ${formatUntil(state.retryAtMs, nowMs)}.`;
  }
}

/** Why a job waits, and until when. */
function waitWords(
  { reason, untilMs }: JobState & { readonly kind: 'waiting' },
  source: SourceId,
  nowMs: number,
): string {
  const until = untilMs === undefined ? '' : ` Next sync ${formatUntil(untilMs, nowMs)}.`;
  const why =
    reason === 'quiet-hour'
      ? `${describeSource(source).shortName} asks not to be used at this hour.`
      : WAIT_WORDS[reason];
  return `${why}${until}`.trim();
}

const WAIT_WORDS: Readonly<Record<Exclude<WaitReason, 'quiet-hour'>, string>> = {
  budget: 'As many papers are stored as the settings allow.',
  'data-saver': 'Waits while the browser saves data.',
  offline: 'Waits for a connection.',
  paused: 'Paused.',
  schedule: '',
  server: ERROR_WORDS['rate-limited'],
};

/** `Syncing, 12 of 30`. */
export function progressWords({ done, total }: { readonly done: number; readonly total: number }): string {
  return total === 0 ? 'Syncing' : `Syncing, ${formatCount(done)} of ${formatCount(total)}`;
}

/** What an import did: `12 added, 3 updated, 2 unchanged`. */
export function importWords({ added, updated, unchanged, dropped }: ImportResult): string {
  const parts = [
    [added, 'added'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [dropped, 'left out as unreadable'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, verb]) => `${formatCount(count)} ${verb}`);
  return told.length === 0 ? 'The file holds no papers.' : `${told.join(', ')}.`;
}

/** How many entries came back from the mirror. */
export function restoredWords(count: number): string {
  const verb = count === 1 ? 'was' : 'were';
  return `${countOf(count, 'paper')} ${verb} missing from the database and ${verb} restored from the backup copy.`;
}

/** A paper's state in the reading list. */
export const STATE_WORDS: Readonly<Record<ReadingState, string>> = {
  'to-read': 'To read',
  reading: 'Reading',
  done: 'Done',
};

/** Orders of the related papers. */
export const SORT_WORDS: Readonly<Record<RelatedSort, string>> = {
  closest: 'Closest',
  newest: 'Newest',
  upvoted: 'Upvoted',
};

/** Why a paper is related. */
export const WHY_WORDS = {
  /** Stands between a word of the related paper and the word of this page close to it in meaning. */
  near: '≈',
  nothingNamed: 'the same general subject',
  phrases: 'shares',
  rest: 'other words: the general subject',
  shares: 'What makes it related',
} as const;

/** Shared facts of one kind: `shared author: First Author`. */
export function factWords(kind: 'author' | 'organisation' | 'topic', facts: readonly Reason[]): string {
  const names = facts.flatMap((fact) => {
    if (fact.kind === 'topic') return [fact.topic];
    return fact.kind === 'author' || fact.kind === 'organisation' ? [fact.name] : [];
  });
  return `${FACT_WORDS[kind]}: ${names.join(', ')}`;
}

const FACT_WORDS = {
  author: 'shared author',
  organisation: 'same organisation',
  topic: 'same topic',
} as const;

/** How arXiv announced a paper that was not new that day. */
export const ANNOUNCEMENT_WORDS: Readonly<Record<Announcement, string>> = {
  cross: 'cross-list',
  replaced: 'new version',
};

/** Who gives the abstracts that the package lacks. */
const SINGLE_ABSTRACTS = SOURCES.filter(({ hasSingleAbstracts }) => hasSingleAbstracts === true)
  .map(({ shortName }) => shortName)
  .join(' or ');

/** Everything else that is said in several places. */
export const WORDS = {
  abstract: 'abstract',
  cancel: 'Cancel',
  export: 'Export as JSON',
  fetchingAbstract: `Fetching the abstract from ${SINGLE_ABSTRACTS}…`,
  looksUpHere: 'Looked up on this machine.',
  noAbstract: 'No abstract is known.',
  offline: 'You are offline. This is what is stored.',
  openLibrary: 'Reading list and settings',
  privacy: 'Related papers are looked up on this machine: no server is told what you read.',
  readingList: 'Reading list',
  removed: 'Removed from the reading list.',
  save: 'Save',
  settings: 'Settings',
  switchOff: 'Switch Paperkin off on this site',
  syncNow: 'Sync now',
  topics: 'Topics',
  tryAgain: 'Try again',
  undo: 'Undo',
  whyAndAbstract: 'why and abstract',
} as const;
