import { type ReactNode, useDeferredValue } from 'react';
import type { FeedItem } from '../../lib/model/feed/lists';
import type { Saving } from '../worker/use-saving';
import { PaperRow } from './PaperRow';

export interface PaperListProps {
  readonly items: readonly FeedItem[];
  readonly saving: Saving;
  /** @default 'Papers' */
  readonly label?: string;
  /** True for a list with papers of several days. */
  readonly hasDates?: boolean;
  /** What was searched for. */
  readonly typed?: string;
}

/** More than a screen of the popup or the sidebar. */
const FIRST_ROWS = 8;

/** The rows of a list: first those on screen, so that they are drawn sooner, and all in the next step. */
export function useFirstRows<T>(items: readonly T[]): readonly T[] {
  return useDeferredValue(items, items.slice(0, FIRST_ROWS));
}

/** A list of papers, each with its bookmark. */
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
      {rows.map((item) => (
        <PaperRow key={item.paper.key} item={item} hasDate={hasDates} typed={typed} saving={saving} />
      ))}
    </ol>
  );
}
