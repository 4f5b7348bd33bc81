import type { ReactNode } from 'react';
import type { FeedItem } from '../lib/model/feed';
import type { Saving } from './hooks/use-saving';
import { PaperRow } from './PaperRow';

export interface TopicPapersProps {
  readonly items: readonly FeedItem[];
  readonly saving: Saving;
  /** What was searched for. @default '' */
  readonly typed?: string;
}

/** Papers of several days, with their dates. */
export function TopicPapers({ items, saving, typed = '' }: TopicPapersProps): ReactNode {
  return (
    <ol aria-label="Papers">
      {items.map((item) => {
        const saved = saving.stateOf(item.paper, item.saved);
        return (
          <PaperRow
            key={item.paper.key}
            item={item}
            hasDate
            typed={typed}
            isSaved={saved !== undefined}
            onToggleSaved={() => saving.setState(item.paper, saved === undefined ? 'to-read' : null)}
          />
        );
      })}
    </ol>
  );
}
