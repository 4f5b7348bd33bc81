import type { ReactNode } from 'react';
import type { FeedItem } from '../../lib/model/feed/lists';
import type { Saving } from './use-saving';
import { useFirstRows } from '../controls/use-first-rows';
import { PaperRow } from './PaperRow';

export interface PaperListProps {
  readonly items: readonly FeedItem[];
  readonly saving: Saving;
  /** @default 'Papers' */
  readonly label?: string;
  /** True where papers of several days stand together. */
  readonly hasDates?: boolean;
  /** What was searched for. */
  readonly typed?: string;
}

/** Papers below each other, each with its bookmark. */
export function PaperList({
  items,
  saving,
  label = 'Papers',
  hasDates = false,
  typed = '',
}: PaperListProps): ReactNode {
  const rows = useFirstRows(items);
  return (
    <ol aria-label={label} aria-busy={rows.length < items.length}>
      {rows.map((item) => {
        const saved = saving.stateOf(item.paper, item.saved);
        return (
          <PaperRow
            key={item.paper.key}
            item={item}
            hasDate={hasDates}
            typed={typed}
            isSaved={saved !== undefined}
            onToggleSaved={() => saving.setState(item.paper, saved === undefined ? 'to-read' : null)}
          />
        );
      })}
    </ol>
  );
}
