import type { ReactNode } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import type { EditionSpan, EditionView, SinceView } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { describeSource, type SourceDescription } from '../../lib/sources/descriptions';
import type { Asked } from '../worker/use-asked';
import { editionSubtitle, editionTitle, isDated, type ListTab, sinceSubtitle } from './list-choice';
import { ListBar } from './ListBar';

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
  // While another list is on its way the last one is still there: the bar must not name it.
  const value = edition.kind === 'ready' ? edition.value : null;
  const shown = value !== null && value.source === source && value.span === tab ? value : null;
  const description = source === null ? null : describeSource(source);
  const title = shown === null ? waitingTitle(tab, description) : editionTitle(shown, nowMs);
  const subtitle = shown === null ? (description?.shortName ?? 'Feed') : editionSubtitle(shown);
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
function waitingTitle(tab: EditionSpan, source: SourceDescription | null): string {
  return isDated(tab) ? `Papers of the ${tab}` : (source?.lists[tab] ?? 'Papers'); // Null before the settings are read.
}
