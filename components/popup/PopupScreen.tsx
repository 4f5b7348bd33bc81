import { type ReactNode, useState } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import type { OpeningList } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { followedSources, listedSource, type Settings } from '../../lib/settings/settings';
import { describeSource } from '../../lib/sources/descriptions';
import { Choice } from '../controls/Choice';
import { ExportMenu } from '../controls/ExportMenu';
import { FeedFooter } from './FeedFooter';
import { countOf } from '../words/format';
import { OUTSIDE, type Outside, OutsideContext } from '../worker/outside';
import { useEdition } from './use-edition';
import { saveList } from './save-list';
import { useFeedStatus } from '../worker/use-feed-status';
import { useNews } from '../worker/use-news';
import { useNow } from '../controls/use-now';
import { useOnline } from '../controls/use-online';
import { useSaving } from '../paper/use-saving';
import { useSearch } from './use-search';
import { useSettings } from '../worker/use-settings';
import { useSince } from './use-since';
import { isDated, listTabs, type ListTab } from './list-choice';
import { PopupHead } from './PopupHead';
import { PopupList } from './PopupList';
import { popupState } from './popup-state';
import { PopupStrips } from './PopupStrips';
import { SearchField } from '../controls/SearchField';
import { shownList } from './shown-list';
import { SiteOfferStrip } from './SiteOfferStrip';
import { Toast } from '../controls/Toast';
import { WORDS } from '../words/words';

/** What is known before the worker is asked: read from `storage.local`. */
export interface Opening {
  readonly settings: Settings;
  /** Null when none is kept. */
  readonly list: OpeningList | null;
}

export interface PopupScreenProps {
  /** @default nothing: all of it is asked */
  readonly opening?: Opening | null;
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Test seam. */
  readonly outside_?: Outside;
}

/** The toolbar popup: the papers of a day, week or month, rankings, what is new, and a search in all. */
export function PopupScreen({ opening = null, libraryUrl, outside_ = OUTSIDE }: PopupScreenProps): ReactNode {
  const news = useNews(outside_);
  const version = `${news.feed} ${news.reading}`;
  const nowMs = useNow();
  const isOnline = useOnline();
  const { settings, change } = useSettings(outside_, opening?.settings);
  const [wantedTab, setTab] = useState<ListTab>('day');
  const [date, setDate] = useState<IsoDate | null>(null);
  const [typed, setTyped] = useState('');

  const followed = settings === null ? [] : followedSources(settings);
  const source: SourceId | null = settings === null ? null : listedSource(settings);
  const tab =
    source === null || listTabs(source, 0).some(({ value }) => value === wantedTab) ? wantedTab : 'day';
  const isSince = tab === 'since';
  const choice = source === null || isSince ? null : { source, span: tab, date: isDated(tab) ? date : null };
  const known = opening?.list ?? null; // Both absent: nothing is kept.
  const { edition, isAnswered, ...asking } = useEdition(choice, version, outside_, known?.edition);
  const isWanted = isSince || isAnswered;
  const [since, askSinceAgain] = useSince({ isWanted, isShown: isSince }, version, outside_);
  const feed = useFeedStatus(version, outside_, known?.status);
  const search = useSearch(typed, version, outside_);
  const shown = isSince ? since : edition;
  const saving = useSaving(search.kind === 'ready' ? search : shown, outside_);

  const status = feed.status.kind === 'ready' ? feed.status.value : null;
  const state = popupState(
    isSince ? { kind: 'since', asked: since } : { kind: 'edition', source, asked: edition },
    feed.status,
    search,
  );
  const list = source === null ? null : shownList(state, source, nowMs);
  const newCount = since.kind === 'ready' ? since.value.total : 0;
  const label =
    status === null || status.papers === 0 ? 'Search' : `Search ${countOf(status.papers, 'paper')}`;
  return (
    <OutsideContext value={outside_}>
      <div className="popup">
        <header>
          <PopupHead
            tab={tab}
            source={source}
            edition={edition}
            since={since}
            onDate={setDate}
            libraryUrl={libraryUrl}
            nowMs={nowMs}
          />
          <div className="tools-bar">
            <SearchField label={label} text={typed} onText={setTyped} />
            {followed.length > 1 && source !== null && (
              <Choice
                label="List"
                options={followed.map(({ id, shortName }) => ({ value: id, text: shortName }))}
                chosen={source}
                onChoose={(chosen) => {
                  setDate(null);
                  change({ list: chosen });
                }}
              />
            )}
          </div>
          {source !== null && (
            <div className="tabs">
              <Choice label="Show" options={listTabs(source, newCount)} chosen={tab} onChoose={setTab} />
            </div>
          )}
        </header>
        <SiteOfferStrip outside_={outside_} />
        <PopupStrips
          isOnline={isOnline}
          savingFailure={saving.failure}
          status={status}
          edition={state.kind === 'edition' ? state.edition : null}
          nowMs={nowMs}
        />
        <main>
          <PopupList
            state={state}
            saving={saving}
            onTryAgain={isSince ? askSinceAgain : asking.askAgain}
            onSync={feed.sync}
            nowMs={nowMs}
          />
        </main>
        <FeedFooter
          status={status}
          source={source ?? undefined}
          subject={source === null ? 'Feed' : describeSource(source).shortName}
          syncFailure={feed.syncFailure}
          onSync={feed.sync}
          nowMs={nowMs}
        >
          <ExportMenu
            canExport={list !== null}
            onExport={(format) => list !== null && saveList(list, format)}
          />
        </FeedFooter>
        {saving.removed !== null && (
          <Toast text={WORDS.removed} onUndo={saving.undo} onEnd={saving.dismiss} />
        )}
      </div>
    </OutsideContext>
  );
}
