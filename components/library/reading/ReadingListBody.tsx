import type { ReactNode } from 'react';
import type { ReadingState, SavedPaper } from '../../../lib/model/saved';
import { Loading, Notice } from '../../controls/Notice';
import type { ReadingListState, ReadingTab } from './reading-state';
import { ReadingRow } from './ReadingRow';
import { ERROR_WORDS, STATE_WORDS, WORDS } from '../../words/words';

export interface ReadingListBodyProps {
  readonly state: ReadingListState;
  readonly tab: ReadingTab;
  readonly typed: string;
  /** Null removes. */
  readonly onState: (saved: SavedPaper, state: ReadingState | null) => void;
  readonly onTryAgain: () => void;
  readonly nowMs: number;
}

/** The saved papers of a tab, or what stands in their place. */
export function ReadingListBody({
  state,
  tab,
  typed,
  onState,
  onTryAgain,
  nowMs,
}: ReadingListBodyProps): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return (
        <Notice
          title="The reading list could not be read"
          tone="failure"
          text={`${ERROR_WORDS[state.code]} Nothing is lost: a second copy is kept.`}
          action={{ text: WORDS.tryAgain, onClick: onTryAgain }}
        />
      );
    case 'empty':
      return (
        <Notice
          title="Nothing saved yet"
          text="The bookmark beside a paper, in the sidebar or in the daily list, puts it here. It stays until you remove it."
        />
      );
    case 'ready':
      if (state.shown.length === 0) return <NoneShown tab={tab} typed={typed} />;
      return (
        <ol aria-label="Saved papers">
          {state.shown.map((saved) => (
            <ReadingRow
              key={saved.key}
              saved={saved}
              onState={(next) => onState(saved, next)}
              onRemove={() => onState(saved, null)}
              nowMs={nowMs}
            />
          ))}
        </ol>
      );
  }
}

function NoneShown({ tab, typed }: { readonly tab: ReadingTab; readonly typed: string }): ReactNode {
  if (typed.trim() !== '')
    return <Notice title="Nothing found" text={`No saved paper matches “${typed.trim()}”.`} />;
  return <Notice title={tab === 'all' ? 'Nothing saved' : `Nothing under “${STATE_WORDS[tab]}”`} />;
}
