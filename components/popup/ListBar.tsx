import type { ReactNode } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import { Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { WORDS } from '../words/words';

export interface ListBarProps {
  readonly title: string;
  /** How many papers, or what stands in the place of the counts until they are known. */
  readonly subtitle: string;
  /** The way to the neighbours; absent for lists without a date. */
  readonly step?: {
    /** What is stepped over: `day`. */
    readonly noun: string;
    readonly previous: IsoDate | undefined;
    readonly next: IsoDate | undefined;
    readonly onDate: (date: IsoDate) => void;
  };
  /** Address of the library page. */
  readonly libraryUrl: string;
}

/** What is listed, the way to its neighbours, and to the reading list. */
export function ListBar({ title, subtitle, step, libraryUrl }: ListBarProps): ReactNode {
  return (
    <div className="day" data-dated={step !== undefined || undefined}>
      {step !== undefined && (
        <IconButton
          icon="left"
          label={`Previous ${step.noun}`}
          isDisabled={step.previous === undefined}
          onClick={() => step.previous !== undefined && step.onDate(step.previous)}
        />
      )}
      <div className="date">
        <h1>{title}</h1>
        <p role="status">{subtitle}</p>
      </div>
      {step !== undefined && (
        <IconButton
          icon="right"
          label={`Next ${step.noun}`}
          isDisabled={step.next === undefined}
          onClick={() => step.next !== undefined && step.onDate(step.next)}
        />
      )}
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
