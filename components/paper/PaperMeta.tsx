import type { ReactNode } from 'react';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { Authors } from './Authors';
import { countOf, formatCount, formatDate, formatMonth } from '../words/format';
import { Icon, type IconName } from '../controls/Icon';

export interface PaperMetaProps {
  readonly paper: PaperFacts;
  /**
   * How exact the date is.
   *
   * @default 'none'
   */
  readonly date?: 'day' | 'month' | 'none';
  readonly hasUpvotes?: boolean;
  readonly hasComments?: boolean;
  /** Further items, before the organisation. */
  readonly children?: ReactNode;
}

/**
 * The line under a title: authors, date, upvotes, comments and organisation, as far as known.
 *
 * One line high. The organisation comes last, so it is cut off first.
 */
export function PaperMeta({
  paper,
  date = 'none',
  hasUpvotes,
  hasComments,
  children,
}: PaperMetaProps): ReactNode {
  const { authors, authorCount, organisation, publishedOn, upvotes, comments } = paper;
  return (
    <div className="meta" data-one-line>
      <Authors authors={authors} count={authorCount} limit={1} />
      {date !== 'none' && publishedOn !== undefined && (
        <span className="number">{date === 'day' ? formatDate(publishedOn) : formatMonth(publishedOn)}</span>
      )}
      {hasUpvotes && upvotes !== undefined && (
        <Counted icon="up" label={countOf(upvotes, 'upvote')} count={upvotes} />
      )}
      {hasComments && comments !== undefined && comments > 0 && (
        <Counted icon="comment" label={countOf(comments, 'comment')} count={comments} />
      )}
      {children}
      {organisation !== undefined && (
        <span className="organisation" title={organisation}>
          {organisation}
        </span>
      )}
    </div>
  );
}

interface CountedProps {
  readonly icon: IconName;
  /** The count in words. */
  readonly label: string;
  readonly count: number;
}

/** A number with its sign. */
function Counted({ icon, label, count }: CountedProps): ReactNode {
  return (
    <span className="number" title={label}>
      <Icon name={icon} />
      <span aria-hidden="true">{formatCount(count)}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}
