import type { ReactNode } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import type { EditionSpan, EditionView, SinceView } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import type { Asked } from '../worker/query-store';
import { editionSubtitle, editionTitle, isDated, type ListTab, sinceSubtitle } from './list-choice';
import { Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { WORDS } from '../words/words';
import { describeSource, type SourceDescription } from '../../lib/sources/descriptions';

export interface PopupHeadProps {
  readonly tab: ListTab;
  /** Null until the settings are read. */
  readonly source: SourceId | null;
  readonly edition: Asked<EditionView | null>;
  readonly since: Asked<SinceView>;
  readonly onDate: (date: IsoDate) => void;
  readonly libraryUrl: string;
  readonly nowMs: number;
}

/** The bar above the chosen list: its name, its size, and the way to its neighbours and to the reading list. */
export function PopupHead(props: PopupHeadProps): ReactNode {
  const { tab, onDate, libraryUrl } = props;
  const { title, subtitle, previous, next } = headOf(props);
  const step = (side: 'left' | 'right', label: string, date: IsoDate | undefined): ReactNode => (
    <IconButton
      icon={side}
      label={label}
      isDisabled={date === undefined}
      onClick={() => date !== undefined && onDate(date)}
    />
  );
  return (
    <div className="day" data-dated={isDated(tab) || undefined}>
      {isDated(tab) && step('left', `Previous ${tab}`, previous)}
      <div className="date">
        <h1>{title}</h1>
        <p role="status">{subtitle}</p>
      </div>
      {isDated(tab) && step('right', `Next ${tab}`, next)}
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

interface Head {
  readonly title: string;
  /** The number of papers, or what takes its place until that is known. */
  readonly subtitle: string;
  readonly previous?: IsoDate | undefined;
  readonly next?: IsoDate | undefined;
}

function headOf({ tab, source, edition, since, nowMs }: PopupHeadProps): Head {
  if (tab === 'since') {
    return { title: 'New papers', subtitle: since.kind === 'ready' ? sinceSubtitle(since.value, nowMs) : '' };
  }
  // While another list loads, the last one is still on screen: the bar must not name it.
  const shown = edition.kind === 'ready' ? edition.value : null;
  if (shown === null || shown.source !== source || shown.span !== tab) {
    const description = source === null ? null : describeSource(source);
    return { title: waitingTitle(tab, description), subtitle: description?.shortName ?? 'Feed' }; // Null before the settings are read.
  }
  const { previous, next } = shown;
  return { title: editionTitle(shown, nowMs), subtitle: editionSubtitle(shown), previous, next };
}

/** Until a list is there. */
function waitingTitle(tab: EditionSpan, source: SourceDescription | null): string {
  return isDated(tab) ? `Papers of the ${tab}` : (source?.lists[tab] ?? 'Papers'); // As above.
}
