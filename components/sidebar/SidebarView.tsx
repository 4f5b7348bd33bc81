import type { ReactNode } from 'react';
import type { RelatedSort } from '../../lib/model/related';
import type { Saving } from '../worker/use-saving';
import { Notice } from '../controls/Notice';
import { RelatedPanel } from './RelatedPanel';
import type { SidebarState } from './sidebar-state';
import { ThisPaper } from './ThisPaper';
import { errorWords, WORDS } from '../words/words';

export interface SidebarViewProps {
  readonly state: SidebarState;
  readonly saving: Saving;
  /** Ms since epoch. */
  readonly nowMs: number;
  readonly sort: RelatedSort;
  readonly onSort: (sort: RelatedSort) => void;
  readonly topic: string | null;
  readonly onTopic: (topic: string | null) => void;
  readonly onTryPanelAgain: () => void;
  readonly onTryRelatedAgain: () => void;
  readonly onSync: () => void;
}

/** This paper and the papers related to it, or why there is none. */
export function SidebarView(props: SidebarViewProps): ReactNode {
  const { state, saving, nowMs, topic, onTopic } = props;
  switch (state.kind) {
    case 'loading':
      return (
        <p className="unseen" role="status">
          Loading
        </p>
      );
    case 'no-paper':
      return (
        <Notice
          title="No paper here"
          text="Open a paper on arXiv, Hugging Face or another paper site, and the papers related to it appear here."
        />
      );
    case 'failed':
      return (
        <Notice
          title="This paper could not be read"
          tone="failure"
          text={errorWords(state.code)}
          action={{ text: WORDS.tryAgain, onClick: props.onTryPanelAgain }}
        />
      );
    case 'paper': {
      const { panel, related } = state;
      return (
        <>
          <ThisPaper
            panel={panel}
            saved={saving.stateOf(panel.paper)}
            onState={(next) => saving.setState(panel.paper, next)}
            topic={topic}
            onTopic={onTopic}
            nowMs={nowMs}
          />
          <RelatedPanel
            state={related}
            sort={props.sort}
            onSort={props.onSort}
            topic={topic}
            onAllTopics={() => onTopic(null)}
            isSaved={({ paper }) => saving.stateOf(paper) !== undefined}
            onToggleSaved={({ paper }) => saving.toggle(paper)}
            onTryAgain={props.onTryRelatedAgain}
            onSync={props.onSync}
            nowMs={nowMs}
          />
        </>
      );
    }
  }
}
