import { type ReactNode, useState } from 'react';
import type { IsoDate } from '../../lib/model/dates';
import { isStarterList } from '../../lib/model/feed/status';
import type { OpeningList } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { followedSources, listedSource, type Settings } from '../../lib/settings/settings';
import { describeSource } from '../../lib/sources/descriptions';
import { Choice } from '../controls/Choice';
import { ExportMenu } from '../controls/ExportMenu';
import { FeedFooter } from './FeedFooter';
import { countOf, formatDay } from '../words/format';
import { useEdition, useSince } from './use-lists';
import { useFeedStatus } from '../worker/use-feed-status';
import { useNow, useOnline } from '../controls/browser-page';
import { useSaving } from '../worker/use-saving';
import { useSearch } from './use-search';
import { useSettings } from '../worker/use-settings';
import { isDated, listTabs, type ListTab } from './list-choice';
import { PopupHead } from './PopupHead';
import { PopupList } from './PopupList';
import { popupState } from './popup-state';
import { SearchField } from '../controls/SearchField';
import { saveList, shownList } from './shown-list';
import { SiteOfferStrip } from './SiteOfferStrip';
import { FailureStrip, Strip } from '../controls/Strip';
import { Toast } from '../controls/Toast';
import { WORDS } from '../words/words';

/** What is known before the worker is asked, from `storage.local`. */
export interface Opening {
  readonly settings: Settings;
  /** Null when none is kept. */
  readonly list: OpeningList | null;
}

export interface PopupScreenProps {
  /** @default nothing: all of it is asked */
  readonly opening?: Opening | null;
  readonly libraryUrl: string;
}

/** The toolbar popup: papers of a day, week or month, rankings, new papers, and a search in all of them. */
export function PopupScreen({ opening = null, libraryUrl }: PopupScreenProps): ReactNode {
  const nowMs = useNow();
  const isOnline = useOnline();
  const { settings, change } = useSettings(opening?.settings);
  const [wantedTab, setTab] = useState<ListTab>('day');
  const [date, setDate] = useState<IsoDate | null>(null);
  const [typed, setTyped] = useState('');

  const followed = settings === null ? [] : followedSources(settings);
  const source: SourceId | null = settings === null ? null : listedSource(settings);
  const tab =
    source === null || listTabs(source, 0).some(({ value }) => value === wantedTab) ? wantedTab : 'day';
  const isSince = tab === 'since';
  const choice = source === null || isSince ? null : { source, span: tab, date: isDated(tab) ? date : null };
  const known = opening?.list; // Both absent: nothing is kept.
  const { edition, isAnswered, ...asking } = useEdition(choice, known?.edition);
  const isWanted = isSince || isAnswered;
  const { since, askAgain: askSinceAgain } = useSince({ isWanted, isShown: isSince });
  const feed = useFeedStatus(known?.status);
  const search = useSearch(typed);
  const saving = useSaving({ known: known?.saved });

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
      <SiteOfferStrip />
      {!isOnline && <Strip icon="offline">{WORDS.offline}</Strip>}
      <FailureStrip code={saving.failure} />
      {status?.starter !== undefined && state.kind === 'edition' && isStarterList(status, state.edition) && (
        <Strip icon="list">
          From the starter feed of {formatDay(status.starter.date, nowMs)}, which came with Paperkin. Newer
          papers follow with the first sync.
        </Strip>
      )}
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
        syncFailure={feed.failure}
        onSync={feed.sync}
        nowMs={nowMs}
      >
        <ExportMenu
          canExport={list !== null}
          onExport={(format) => list !== null && saveList(list, format)}
        />
      </FeedFooter>
      {saving.removed !== null && <Toast text={WORDS.removed} onUndo={saving.undo} onEnd={saving.dismiss} />}
    </div>
  );
}
