import { useCallback, useContext, useState, useSyncExternalStore } from 'react';
import type { AnswerOf, RequestOf } from '../../lib/messages/envelope';
import type { Protocol, QueryName } from '../../lib/messages/protocol';
import { type Outside, OutsideContext } from './outside';
import {
  type Asked,
  createQueryStore,
  type QueryState,
  type QueryStore,
  type Seed,
  UNKNOWN,
  withFailure,
} from './query-store';

/** A question to the worker. Everything in it is compared by value. */
export interface Query<K extends QueryName> {
  readonly name: K;
  /** The message's request, undefined for a message without one. Null: do not ask yet. */
  readonly request: RequestOf<Protocol[K]> | null;
  /**
   * What the answer is about. While this stays the same, the last answer stays until the next one comes; the
   * answer about one paper never stands in for another. @default the request
   */
  readonly about?: unknown;
  /** An older copy: it stands there until the worker answers. */
  readonly known?: AnswerOf<Protocol[K]> | null | undefined;
  /** The worker's answer, when it came another way: asked again only after news. */
  readonly answer?: AnswerOf<Protocol[K]> | null | undefined;
}

/** What the worker says. */
export interface QueryView<K extends QueryName> {
  readonly asked: Asked<AnswerOf<Protocol[K]>>;
  /** The request that the value answers; null while there is no value from the worker. */
  readonly answered: { readonly request: RequestOf<Protocol[K]> } | null;
  readonly askAgain: () => void;
  /** Takes a value that came another way as the newest answer. */
  readonly give: (value: AnswerOf<Protocol[K]>) => void;
}

/**
 * Asks the worker, and again after each news that may change the answer. Components with the same query share
 * one answer. The last value stays while the next one loads, and beside a failure to renew it.
 */
export function useQuery<K extends QueryName>(query: Query<K>): QueryView<K> {
  const { name, request, about } = query;
  const store = storeOf(useContext(OutsideContext));
  const key = request === null ? null : JSON.stringify([name, request ?? null, about]);
  const [firstSeed] = useState(() => seedOf(key, query));
  const seed = firstSeed?.key === key ? firstSeed : null;

  const subscribe = useCallback(
    (listener: () => void) => (key === null ? () => undefined : store.subscribe(key, seed, listener)),
    [store, key, seed],
  );
  const state = useSyncExternalStore(subscribe, () => (key === null ? UNKNOWN : store.read(key, seed)));

  const subject = JSON.stringify([about ?? request]);
  const [last, setLast] = useState<Shown<K> | null>(null);
  if (request !== null && state.asked.kind === 'ready') {
    if (last?.state !== state) setLast({ state, request, subject });
  } else if (last !== null && last.subject !== subject) setLast(null);
  const standIn = last?.subject === subject && state.asked.kind !== 'ready' ? last : null;
  const { asked, isAnswered } = standIn === null ? state : inPlaceOf(state, standIn.state);
  const answeredRequest = standIn === null ? request : standIn.request;

  return {
    asked: asked as Asked<AnswerOf<Protocol[K]>>, // The store has it from the message of this name.
    answered: isAnswered && answeredRequest !== null ? { request: answeredRequest } : null,
    askAgain: useCallback(() => key !== null && store.askAgain(key), [store, key]),
    give: useCallback((value: unknown) => key !== null && store.give(key, value), [store, key]),
  };
}

interface Shown<K extends QueryName> {
  readonly state: QueryState;
  readonly request: RequestOf<Protocol[K]>;
  /** What the request was about. */
  readonly subject: string;
}

/** The value that stays while another one is loading or has failed. */
function inPlaceOf({ asked }: QueryState, last: QueryState): QueryState {
  return asked.kind === 'failed' ? { ...last, asked: withFailure(last.asked, asked.code) } : last;
}

function seedOf<K extends QueryName>(key: string | null, { known, answer }: Query<K>): Seed | null {
  const value = answer ?? known ?? null; // Neither is given.
  if (key === null || value === null) return null;
  const isAnswered = answer !== undefined && answer !== null;
  return { key, state: { asked: { kind: 'ready', value }, isAnswered } };
}

/** One store for each outside: a page has one, and each test its own. */
const STORES = new WeakMap<Outside, QueryStore>();

function storeOf(outside: Outside): QueryStore {
  const store = STORES.get(outside) ?? createQueryStore(outside);
  STORES.set(outside, store);
  return store;
}
