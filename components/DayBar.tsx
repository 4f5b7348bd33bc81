import type { ReactNode } from 'react';
import type { IsoDate } from '../lib/model/dates';
import type { EditionView } from '../lib/model/feed';
import { countOf, formatCount, formatWeekday } from './format';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { WORDS } from './words';

export interface DayBarProps {
  /** Null while none is there. */
  readonly edition: EditionView | null;
  /** Stands in the place of the counts until they are known. */
  readonly subtitle: string;
  readonly onDay: (date: IsoDate) => void;
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** The day of the list, the way to its neighbours, and to the reading list. */
export function DayBar({ edition, subtitle, onDay, libraryUrl, nowMs }: DayBarProps): ReactNode {
  const previous = edition?.previous; // No edition: no neighbours.
  const next = edition?.next; // As above.
  return (
    <div className="day">
      <IconButton
        icon="left"
        label="Previous day"
        isDisabled={previous === undefined}
        onClick={() => previous !== undefined && onDay(previous)}
      />
      <div className="date">
        <h1>{edition === null ? 'Papers of the day' : formatWeekday(edition.date, nowMs)}</h1>
        <p role="status">{edition === null ? subtitle : countWords(edition)}</p>
      </div>
      <IconButton
        icon="right"
        label="Next day"
        isDisabled={next === undefined}
        onClick={() => next !== undefined && onDay(next)}
      />
      <a
        className="icon-button"
        href={`${libraryUrl}#reading`}
        target="_blank"
        aria-label={WORDS.readingList}
        title={WORDS.readingList}
      >
        <Icon name="bookmark" />
      </a>
    </div>
  );
}

function countWords({ papers }: EditionView): string {
  const fresh = papers.filter((item) => item.isNew).length;
  return `${countOf(papers.length, 'paper')}${fresh === 0 ? '' : ` · ${formatCount(fresh)} new`}`;
}
