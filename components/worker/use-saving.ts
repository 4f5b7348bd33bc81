import { useCallback, useContext, useMemo, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import { identityKeys } from '../../lib/model/paper/identity';
import type { PaperFacts, PaperKey } from '../../lib/model/paper/paper';
import type { ReadingState, SavedState } from '../../lib/model/saved';
import { OutsideContext } from './outside';
import { useQuery } from './use-query';

/** A paper to save, as lists and pages have it. */
export type Savable = PaperFacts & { readonly key?: PaperKey };

/** The reader's own marks: what the reading list has, and what was clicked since. */
export interface Saving {
  /** Undefined for a paper that is not saved, whichever of its ids it was saved under. */
  readonly stateOf: (paper: Savable) => ReadingState | undefined;
  /** Saves, changes the state, or removes (`null`). Shows at once, and is taken back when it fails. */
  readonly setState: (paper: Savable, state: ReadingState | null) => void;
  /** Saves a paper that is not saved, and removes one that is. */
  readonly toggle: (paper: Savable) => void;
  /** The paper removed last, until undone, saved anew or dismissed. */
  readonly removed: Savable | null;
  readonly undo: () => void;
  readonly dismiss: () => void;
  readonly failure: ErrorCode | null;
}

/** Where the states come from. @default the worker is asked */
export interface SavingOptions {
  /** An older copy: it counts until the worker answers. */
  readonly known?: readonly SavedState[] | undefined;
  /** The states themselves, on a page that shows the reading list. */
  readonly own?: readonly SavedState[];
}

const NONE: readonly SavedState[] = [];

/** Joins papers with their saved states, which nothing else does, and saves and removes papers. */
export function useSaving({ known, own }: SavingOptions = {}): Saving {
  const { send } = useContext(OutsideContext);
  const request = own === undefined ? undefined : null;
  const { asked } = useQuery({ name: 'reading.states', request, known });
  const states = own ?? (asked.kind === 'ready' ? asked.value : NONE);
  const [clicks, setClicks] = useState<Clicks>({ states, byKey: new Map() });
  const [removed, setRemoved] = useState<Savable | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  // New states contain the clicks that the worker has already stored.
  if (clicks.states !== states) {
    setClicks({ states, byKey: new Map([...clicks.byKey].filter(([, click]) => !click.isStored)) });
  }
  const savedAs = useMemo(
    () => new Map(states.flatMap(({ keys, state }) => keys.map((key) => [key, state] as const))),
    [states],
  );

  const run = useCallback((keys: readonly PaperKey[], state: ReadingState | null, job: Promise<unknown>) => {
    const click: Click = { state, isStored: false };
    setFailure(null);
    setClicks((last) => withClick(last, keys, click));
    job.then(
      () => setClicks((last) => withClick(last, keys, { ...click, isStored: true }, click)),
      (error: unknown) => {
        setFailure(codeOf(error));
        setClicks((last) => withClick(last, keys, null, click));
      },
    );
  }, []);

  const setState = useCallback(
    (paper: Savable, state: ReadingState | null) => {
      const [key, ...others] = keysOf(paper);
      if (key === undefined) return setFailure('not-a-paper');
      setRemoved(state === null ? paper : null);
      const job = state === null ? send('reading.remove', { key }) : send('reading.save', { paper, state });
      run([key, ...others], state, job);
    },
    [run, send],
  );

  const undo = useCallback(() => {
    const [key, ...others] = removed === null ? [] : keysOf(removed);
    setRemoved(null);
    // Restoring brings back the entry's own state. Until that is known, it shows as to-read.
    if (key !== undefined) run([key, ...others], 'to-read', send('reading.restore', { key }));
  }, [removed, run, send]);

  const stateOf = (paper: Savable): ReadingState | undefined => {
    const keys = keysOf(paper);
    const [click] = keys.flatMap((key) => clicks.byKey.get(key) ?? []);
    if (click !== undefined) return click.state ?? undefined; // Null is a removal.
    return keys.flatMap((key) => savedAs.get(key) ?? [])[0];
  };

  const unread = asked.kind === 'failed' && own === undefined ? asked.code : null;
  return {
    stateOf,
    setState,
    toggle: (paper) => setState(paper, stateOf(paper) === undefined ? 'to-read' : null),
    removed,
    undo,
    dismiss: useCallback(() => setRemoved(null), []),
    failure: failure ?? unread,
  };
}

/** What was clicked last on a paper. */
interface Click {
  /** Null removes. */
  readonly state: ReadingState | null;
  /** The worker has stored it. */
  readonly isStored: boolean;
}

/** The clicks that the states may not contain yet, under every key of their paper. */
interface Clicks {
  readonly states: readonly SavedState[];
  readonly byKey: ReadonlyMap<PaperKey, Click>;
}

/** Sets a click, or takes it away (null); with `before`, only where no later click has replaced that one. */
function withClick(last: Clicks, keys: readonly PaperKey[], click: Click | null, before?: Click): Clicks {
  const byKey = new Map(last.byKey);
  for (const key of keys) {
    if (before !== undefined && byKey.get(key) !== before) continue;
    if (click === null) byKey.delete(key);
    else byKey.set(key, click);
  }
  return { ...last, byKey };
}

/** Papers of the feed have a key of their own; a page's paper has none. */
function keysOf(paper: Savable): readonly PaperKey[] {
  const keys = identityKeys(paper);
  return paper.key === undefined ? keys : [...new Set([paper.key, ...keys])];
}
