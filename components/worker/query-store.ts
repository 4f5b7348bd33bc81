import type { ErrorCode } from '../../lib/errors';
import type { News } from '../../lib/messages/news';
import { type QueryName, STALE_AFTER } from '../../lib/messages/protocol';
import { codeOf } from '../../lib/messages/send';
import { SECOND } from '../../lib/model/dates';
import type { Outside } from './outside';

/** An answer from the worker, on its way or here. */
export type Asked<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** `failure`: asking again failed, so the value is an older one. */
  | { readonly kind: 'ready'; readonly value: T; readonly failure?: ErrorCode };

/** What is known of a query now. A new object after each change. */
export interface QueryState {
  readonly asked: Asked<unknown>;
  /** False until the worker has answered: a value that is there is an older copy. */
  readonly isAnswered: boolean;
}

/** A value to begin with, used once. */
export interface Seed {
  readonly key: string;
  readonly state: QueryState;
}

/** Says that nothing is known yet. */
export const UNKNOWN: QueryState = { asked: { kind: 'loading' }, isAnswered: false };

/** A first sync announces every page that it merges; queries follow at this pace. */
const FEED_PAUSE_MS = SECOND;
/** Answers that nobody shows any more, kept in case the reader goes back. */
const MAX_IDLE = 8;

interface Entry {
  readonly name: QueryName;
  readonly request: unknown;
  readonly listeners: Set<() => void>;
  state: QueryState;
  /** Counts the questions: the answer to an earlier one has been overtaken. */
  turn: number;
}

export type QueryStore = ReturnType<typeof createQueryStore>;

/**
 * The worker's answers that this page shows: one per message and request, however many components show it.
 * Each is asked for again when news may have changed it (`STALE_AFTER`).
 */
export function createQueryStore({ send, watchNews }: Pick<Outside, 'send' | 'watchNews'>) {
  // Name and request of an entry belong together: `useQuery` checks them before they become a key.
  const ask = send as (name: QueryName, request: unknown) => Promise<unknown>;
  /** By key. The entry that was left last is at the end. */
  const entries = new Map<string, Entry>();
  const spent = new WeakSet<Seed>();
  let isFollowing = false;

  function change(entry: Entry, state: QueryState): void {
    entry.state = state;
    entry.listeners.forEach((listener) => listener());
  }

  function renew(entry: Entry): void {
    const turn = ++entry.turn;
    ask(entry.name, entry.request).then(
      (value) => {
        if (turn === entry.turn) change(entry, { asked: { kind: 'ready', value }, isAnswered: true });
      },
      (error: unknown) => {
        if (turn !== entry.turn) return;
        change(entry, { ...entry.state, asked: withFailure(entry.state.asked, codeOf(error)) });
      },
    );
  }

  function renewAll(part: keyof News): void {
    for (const [key, entry] of entries) {
      const parts: readonly (keyof News)[] = STALE_AFTER[entry.name];
      if (!parts.includes(part)) continue;
      if (entry.listeners.size === 0) entries.delete(key);
      else renew(entry);
    }
  }

  /** Follows the feed at most once a second, up to its last change, and the reading list at once. */
  function followNews(): void {
    let last: News = { feed: 0, reading: 0 };
    let isFeedDue = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const releaseFeed = (): void => {
      timer = undefined;
      if (!isFeedDue) return;
      isFeedDue = false;
      timer = setTimeout(releaseFeed, FEED_PAUSE_MS);
      renewAll('feed');
    };
    watchNews((news) => {
      const [isFeed, isReading] = [news.feed !== last.feed, news.reading !== last.reading];
      last = news;
      if (isReading) renewAll('reading');
      isFeedDue ||= isFeed;
      if (timer === undefined) releaseFeed();
    });
  }

  function open(key: string, seed: Seed | null): Entry {
    const [name, request] = JSON.parse(key) as [QueryName, unknown]; // Made by `useQuery`.
    const state = seed === null || spent.has(seed) ? UNKNOWN : seed.state;
    if (seed !== null) spent.add(seed);
    const entry: Entry = { name, request: request ?? undefined, listeners: new Set(), state, turn: 0 };
    entries.set(key, entry);
    if (!state.isAnswered) renew(entry);
    return entry;
  }

  function leave(key: string, entry: Entry): void {
    if (entry.listeners.size > 0 || entries.get(key) !== entry) return;
    entries.delete(key);
    if (entry.state.asked.kind !== 'failed') entries.set(key, entry);
    const idle = [...entries].filter(([, { listeners }]) => listeners.size === 0);
    for (const [oldest] of idle.slice(0, -MAX_IDLE)) entries.delete(oldest);
  }

  return {
    read(key: string, seed: Seed | null): QueryState {
      return entries.get(key)?.state ?? (seed === null || spent.has(seed) ? UNKNOWN : seed.state);
    },

    /** Asks if nobody has yet, and calls back after each change. Returns what stops it. */
    subscribe(key: string, seed: Seed | null, listener: () => void): () => void {
      if (!isFollowing) followNews();
      isFollowing = true;
      const entry = entries.get(key) ?? open(key, seed);
      entry.listeners.add(listener);
      return () => {
        entry.listeners.delete(listener);
        leave(key, entry);
      };
    },

    askAgain(key: string): void {
      const entry = entries.get(key);
      if (entry !== undefined) renew(entry);
    },

    /** Takes a value that came another way as the newest answer. */
    give(key: string, value: unknown): void {
      const entry = entries.get(key);
      if (entry === undefined) return;
      entry.turn++;
      change(entry, { asked: { kind: 'ready', value }, isAnswered: true });
    },
  };
}

/** Adds a failure to the value that stays, if there is one. */
export function withFailure<T>(last: Asked<T>, code: ErrorCode): Asked<T> {
  return last.kind === 'ready' ? { ...last, failure: code } : { kind: 'failed', code };
}
