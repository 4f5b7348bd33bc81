import type { ReactNode } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import type { EditionView, SinceView } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import type { Asked } from '../worker/query-store';
import { editionSubtitle, editionTitle, isDated, type ListTab, sinceSubtitle } from './list-choice';
import { Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { SOURCE_WORDS, WORDS } from '../words/words';

export interface PopupHeadProps {
  readonly tab: ListTab;
  /** Null until the settings are read. */
  readonly source: SourceId | null;
  readonly edition: Asked<EditionView | null>;
  readonly since: Asked<SinceView>;
  readonly onDate: (date: IsoDate) => void;
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Ms since epoch. */
  readonly nowMs: number;
}

/** The bar above the chosen list. */
export function PopupHead(props: PopupHeadProps): ReactNode {
  const { tab, source, edition, since, onDate, libraryUrl, nowMs } = props;
  if (tab === 'since') {
    const subtitle = since.kind === 'ready' ? sinceSubtitle(since.value, nowMs) : '';
    return <ListBar title="New papers" subtitle={subtitle} libraryUrl={libraryUrl} />;
  }
  // While another list loads, the last one is still on screen: the bar must not name it.
  const value = edition.kind === 'ready' ? edition.value : null;
  const shown = value !== null && value.source === source && value.span === tab ? value : null;
  const title = shown === null ? TITLES[tab] : editionTitle(shown, nowMs);
  const waiting = source === null ? 'Feed' : SOURCE_WORDS[source];
  const subtitle = shown === null ? waiting : editionSubtitle(shown);
  if (!isDated(tab)) return <ListBar title={title} subtitle={subtitle} libraryUrl={libraryUrl} />;
  const previous = shown?.previous; // Nothing shown: no neighbours.
  const next = shown?.next; // As above.
  return (
    <ListBar
      title={title}
      subtitle={subtitle}
      step={{ noun: tab, previous, next, onDate }}
      libraryUrl={libraryUrl}
    />
  );
}

/** Until a list is there. */
const TITLES: Readonly<Record<Exclude<ListTab, 'since'>, string>> = {
  day: 'Papers of the day',
  week: 'Papers of the week',
  month: 'Papers of the month',
  trending: 'Trending',
  rising: 'Rising',
};

interface ListBarProps {
  readonly title: string;
  /** The number of papers, or what takes its place until that is known. */
  readonly subtitle: string;
  /** The way to the neighbours; absent for lists without a date. */
  readonly step?: {
    /** The unit of a step: `day`. */
    readonly noun: string;
    readonly previous: IsoDate | undefined;
    readonly next: IsoDate | undefined;
    readonly onDate: (date: IsoDate) => void;
  };
  /** Address of the library page. */
  readonly libraryUrl: string;
}

/** Names the list and leads to its neighbours and to the reading list. */
function ListBar({ title, subtitle, step, libraryUrl }: ListBarProps): ReactNode {
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
