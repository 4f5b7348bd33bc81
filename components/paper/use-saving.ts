import { useCallback, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import type { ReadingState } from '../../lib/model/saved';
import { paperKeyOf } from '../../lib/model/paper/identity';
import type { PaperFacts, PaperKey } from '../../lib/model/paper/paper';
import { OUTSIDE, type Outside } from '../worker/outside';

/** A paper to save, as lists and pages have it. */
export type Savable = PaperFacts & { readonly key?: PaperKey };

/** The reader's own marks: what the worker said, and what was clicked since. */
export interface Saving {
  readonly stateOf: (paper: Savable, known: ReadingState | undefined) => ReadingState | undefined;
  /** Saves, changes the state, or removes (`null`). Shown at once; taken back when it fails. */
  readonly setState: (paper: Savable, state: ReadingState | null) => void;
  /** The paper removed last, until undone, saved anew or dismissed. */
  readonly removed: Savable | null;
  readonly undo: () => void;
  readonly dismiss: () => void;
  readonly failure: ErrorCode | null;
}

/**
 * Saves and removes papers.
 *
 * `answer` is whatever the known states came with: with a new one the clicks made before are forgotten,
 * because it contains them.
 */
export function useSaving(answer: unknown, { send }: Pick<Outside, 'send'> = OUTSIDE): Saving {
  const [clicks, setClicks] = useState<Clicks>({ answer, states: new Map() });
  const [removed, setRemoved] = useState<Savable | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  const run = useCallback(
    (key: PaperKey, state: ReadingState | null, job: Promise<unknown>) => {
      setFailure(null);
      setClicks((last) => withClick(last, answer, key, state));
      job.catch((error: unknown) => {
        setFailure(codeOf(error));
        setClicks((last) => withClick(last, answer, key, undefined));
      });
    },
    [answer],
  );

  const setState = useCallback(
    (paper: Savable, state: ReadingState | null) => {
      const key = keyOf(paper);
      if (key === null) return setFailure('not-a-paper');
      setRemoved(state === null ? paper : null);
      run(
        key,
        state,
        state === null ? send('reading.remove', { key }) : send('reading.save', { paper, state }),
      );
    },
    [run, send],
  );

  const undo = useCallback(() => {
    const key = removed === null ? null : keyOf(removed);
    setRemoved(null);
    // Restoring brings back the state that the entry had; until that is known it shows as to-read.
    if (key !== null) run(key, 'to-read', send('reading.restore', { key }));
  }, [removed, run, send]);

  const stateOf = (paper: Savable, known: ReadingState | undefined): ReadingState | undefined => {
    const key = keyOf(paper);
    const click = key === null || clicks.answer !== answer ? undefined : clicks.states.get(key);
    return click === undefined ? known : (click ?? undefined); // A click of null is a removal.
  };

  const dismiss = useCallback(() => setRemoved(null), []);
  return { stateOf, setState, removed, undo, dismiss, failure };
}

/** What was clicked since an answer of the worker; null removes. */
interface Clicks {
  readonly answer: unknown;
  readonly states: ReadonlyMap<PaperKey, ReadingState | null>;
}

function withClick(
  last: Clicks,
  answer: unknown,
  key: PaperKey,
  state: ReadingState | null | undefined,
): Clicks {
  if (state === undefined && last.answer !== answer) return last; // The failed click is forgotten already.
  const states = new Map(last.answer === answer ? last.states : []);
  if (state === undefined) states.delete(key);
  else states.set(key, state);
  return { answer, states };
}

function keyOf(paper: Savable): PaperKey | null {
  return paper.key ?? paperKeyOf(paper); // Papers of the feed have a key; a page's paper has none.
}
