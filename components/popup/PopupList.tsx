import type { ReactNode } from 'react';
import type { FeedItem } from '../../lib/model/feed/lists';
import type { SourceStatus } from '../../lib/model/feed/status';
import type { Saving } from '../worker/use-saving';
import { countOf, formatUntil } from '../words/format';
import { FailedNotice, Loading, Notice } from '../controls/Notice';
import { PaperList } from '../paper/PaperList';
import type { PopupState } from './popup-state';
import { Progress } from '../controls/Progress';
import { SinceList } from './SinceList';
import { ERROR_WORDS, jobWords, WORDS } from '../words/words';

export interface PopupListProps {
  readonly state: PopupState;
  readonly saving: Saving;
  readonly onTryAgain: () => void;
  readonly onSync: () => void;
  readonly nowMs: number;
}

/** The chosen list or the papers found, or what takes their place. */
export function PopupList({ state, saving, onTryAgain, onSync, nowMs }: PopupListProps): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'edition':
      return state.edition.papers.length === 0 ? (
        <Notice title={state.edition.span === 'day' ? 'No papers this day' : 'No papers here'} />
      ) : (
        <PaperList items={state.edition.papers} saving={saving} hasDates={state.edition.span !== 'day'} />
      );
    case 'since':
      return <SinceList since={state.since} saving={saving} nowMs={nowMs} />;
    case 'found':
      return <Found text={state.text} items={state.items} saving={saving} />;
    case 'syncing':
      return (
        <Notice title="Fetching the first papers" text="The list appears as soon as the first day is in.">
          <Progress progress={state.progress} />
        </Notice>
      );
    case 'no-list':
      return (
        <Notice
          title="Not fetched yet"
          text="This list comes with the next sync."
          action={{ text: WORDS.syncNow, onClick: onSync }}
        />
      );
    case 'empty':
      return (
        <Notice
          title="No papers yet"
          tone={state.problem === null ? 'plain' : 'failure'}
          text={
            state.problem === null
              ? emptyWords(state.status, nowMs)
              : `${ERROR_WORDS[state.problem.code]} Next try ${formatUntil(state.problem.retryAtMs, nowMs)}.`
          }
          action={{ text: WORDS.syncNow, onClick: onSync }}
        />
      );
    case 'failed':
      return <FailedNotice title="The list could not be read" code={state.code} onTryAgain={onTryAgain} />;
  }
}

/** Why a source has no papers yet: what it waits for. */
function emptyWords(status: SourceStatus | null, nowMs: number): string {
  return status === null ? 'Nothing has been fetched from this source.' : jobWords(status, nowMs);
}

interface FoundProps {
  /** What was searched for. */
  readonly text: string;
  readonly items: readonly FeedItem[];
  readonly saving: Saving;
}

function Found({ text, items, saving }: FoundProps): ReactNode {
  if (items.length === 0) {
    return <Notice title="Nothing found" text={`No cached paper matches “${text}”.`} />;
  }
  return (
    <>
      <p className="found" role="status">
        {countOf(items.length, 'paper')}, best first
      </p>
      <PaperList items={items} saving={saving} hasDates typed={text} />
    </>
  );
}
