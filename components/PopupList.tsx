import type { ReactNode } from 'react';
import type { FeedItem } from '../lib/model/feed';
import type { Saving } from './hooks/use-saving';
import { countOf, formatUntil } from './format';
import { Notice } from './Notice';
import { PaperRow } from './PaperRow';
import type { PopupState } from './popup-state';
import { Progress } from './Progress';
import { errorWords, WORDS } from './words';

export interface PopupListProps {
  readonly state: PopupState;
  readonly saving: Saving;
  readonly onTryAgain: () => void;
  readonly onSync: () => void;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** The day's papers or the papers found, or what stands in their place. */
export function PopupList({ state, saving, onTryAgain, onSync, nowMs }: PopupListProps): ReactNode {
  switch (state.kind) {
    case 'loading':
      return (
        <p className="unseen" role="status">
          Loading
        </p>
      );
    case 'edition':
      return state.edition.papers.length === 0 ? (
        <Notice title="No papers this day" />
      ) : (
        <Papers items={state.edition.papers} saving={saving} />
      );
    case 'found':
      return <Found text={state.text} items={state.items} saving={saving} />;
    case 'syncing':
      return (
        <Notice title="Fetching the first papers" text="The list appears as soon as the first day is in.">
          <Progress progress={state.progress} />
        </Notice>
      );
    case 'empty':
      return (
        <Notice
          title="No papers yet"
          tone={state.problem === null ? 'plain' : 'failure'}
          text={
            state.problem === null
              ? 'Nothing has been fetched from this source.'
              : `${errorWords(state.problem.code)} Next try ${formatUntil(state.problem.retryAtMs, nowMs)}.`
          }
          action={{ text: WORDS.syncNow, onClick: onSync }}
        />
      );
    case 'failed':
      return (
        <Notice
          title="The list could not be read"
          tone="failure"
          text={errorWords(state.code)}
          action={{ text: WORDS.tryAgain, onClick: onTryAgain }}
        />
      );
  }
}

interface PapersProps {
  readonly items: readonly FeedItem[];
  readonly saving: Saving;
  /** What was searched for. */
  readonly text?: string;
}

function Papers({ items, saving, text }: PapersProps): ReactNode {
  return (
    <ol aria-label="Papers">
      {items.map((item) => {
        const saved = saving.stateOf(item.paper, item.saved);
        return (
          <PaperRow
            key={item.paper.key}
            item={item}
            hasDate={text !== undefined}
            typed={text ?? ''}
            isSaved={saved !== undefined}
            onToggleSaved={() => saving.setState(item.paper, saved === undefined ? 'to-read' : null)}
          />
        );
      })}
    </ol>
  );
}

function Found({ text, items, saving }: Required<PapersProps>): ReactNode {
  if (items.length === 0) {
    return <Notice title="Nothing found" text={`No cached paper matches “${text}”.`} />;
  }
  return (
    <>
      <p className="found" role="status">
        {countOf(items.length, 'paper')}, best first
      </p>
      <Papers items={items} saving={saving} text={text} />
    </>
  );
}
