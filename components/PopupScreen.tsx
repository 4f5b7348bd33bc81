import { type ReactNode, useState } from 'react';
import type { IsoDate } from '../lib/model/dates';
import type { SourceId } from '../lib/model/paper';
import { listedSource } from '../lib/settings/settings';
import { Choice } from './Choice';
import { DayBar } from './DayBar';
import { FeedFooter } from './FeedFooter';
import { countOf } from './format';
import { OUTSIDE, type Outside } from './hooks/outside';
import { useEdition } from './hooks/use-edition';
import { useFeedStatus } from './hooks/use-feed-status';
import { useNews } from './hooks/use-news';
import { useNow } from './hooks/use-now';
import { useOnline } from './hooks/use-online';
import { useSaving } from './hooks/use-saving';
import { useSearch } from './hooks/use-search';
import { useSettings } from './hooks/use-settings';
import { PopupList } from './PopupList';
import { popupState } from './popup-state';
import { SearchField } from './SearchField';
import { SiteOfferStrip } from './SiteOfferStrip';
import { Strip } from './Strip';
import { Toast } from './Toast';
import { errorWords, SOURCE_WORDS, WORDS } from './words';

export interface PopupScreenProps {
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Test seam. */
  readonly outside_?: Outside;
}

const SOURCES = (['hf-daily', 'arxiv'] as const).map((value) => ({ value, text: SOURCE_WORDS[value] }));

/** The toolbar popup: today's papers, the days before, and a search in all cached papers. */
export function PopupScreen({ libraryUrl, outside_ = OUTSIDE }: PopupScreenProps): ReactNode {
  const news = useNews(outside_);
  const version = `${news.feed} ${news.reading}`;
  const nowMs = useNow();
  const isOnline = useOnline();
  const { settings, change } = useSettings(outside_);
  const [date, setDate] = useState<IsoDate | null>(null);
  const [typed, setTyped] = useState('');

  const hasArxiv = settings !== null && settings.categories.length > 0;
  const source: SourceId | null = settings === null ? null : listedSource(settings);
  const [edition, askAgain] = useEdition(source, date, version, outside_);
  const feed = useFeedStatus(version, outside_);
  const search = useSearch(typed, version, outside_);
  const saving = useSaving(search.kind === 'ready' ? search : edition, outside_);

  const status = feed.status.kind === 'ready' ? feed.status.value : null;
  const state = popupState(source, edition, feed.status, search);
  const shown = edition.kind === 'ready' && edition.value?.source === source ? edition.value : null; // No edition: the bar says so.
  const sourceName = source === null ? 'Feed' : SOURCE_WORDS[source];
  const label =
    status === null || status.papers === 0 ? 'Search' : `Search ${countOf(status.papers, 'paper')}`;
  return (
    <div className="popup">
      <header>
        <DayBar edition={shown} subtitle={sourceName} onDay={setDate} libraryUrl={libraryUrl} nowMs={nowMs} />
        <div className="tools-bar">
          <SearchField label={label} text={typed} onText={setTyped} />
          {hasArxiv && source !== null && (
            <Choice
              label="List"
              options={SOURCES}
              chosen={source}
              onChoose={(list) => {
                setDate(null);
                change({ list });
              }}
            />
          )}
        </div>
      </header>
      <SiteOfferStrip outside_={outside_} />
      {!isOnline && <Strip icon="offline">{WORDS.offline}</Strip>}
      {saving.failure !== null && (
        <Strip icon="warning" tone="failure">
          {errorWords(saving.failure)}
        </Strip>
      )}
      <main>
        <PopupList state={state} saving={saving} onTryAgain={askAgain} onSync={feed.sync} nowMs={nowMs} />
      </main>
      <FeedFooter
        status={status}
        source={source ?? undefined}
        subject={sourceName}
        syncFailure={feed.syncFailure}
        onSync={feed.sync}
        nowMs={nowMs}
      />
      {saving.removed !== null && <Toast text={WORDS.removed} onUndo={saving.undo} onEnd={saving.dismiss} />}
    </div>
  );
}
