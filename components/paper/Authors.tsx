import { type ReactNode, useState } from 'react';
import { countOf } from '../words/format';

export interface AuthorsProps {
  readonly authors: readonly string[];
  /** How many there are; may exceed the names that are known. */
  readonly count: number;
  /**
   * Names shown while folded.
   *
   * @default 2
   */
  readonly limit?: number;
}

/**
 * Author names; the rest unfold on a click. Shows only their number when no name is known, and nothing when
 * that is unknown too.
 */
export function Authors({ authors, count, limit = 2 }: AuthorsProps): ReactNode {
  const [isUnfolded, setIsUnfolded] = useState(false);
  if (authors.length === 0)
    return count === 0 ? null : <span className="authors">{countOf(count, 'author')}</span>;
  // Hiding a single name would save no room.
  const shown = isUnfolded || authors.length <= limit + 1 ? authors : authors.slice(0, limit);
  const hidden = Math.max(count, authors.length) - shown.length;
  const canUnfold = shown.length < authors.length;
  return (
    <span className="authors" data-unfolded={isUnfolded || undefined}>
      {shown.join(', ')}
      {canUnfold && (
        <>
          {' '}
          <button
            type="button"
            className="more"
            aria-label={`Show ${countOf(hidden, 'more author')}`}
            onClick={() => setIsUnfolded(true)}
          >
            +{hidden}
          </button>
        </>
      )}
      {!canUnfold && hidden > 0 && ` and ${countOf(hidden, 'other')}`}
    </span>
  );
}
