import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { PanelOpening } from '../../lib/messages/protocol';
import type { RelatedSort } from '../../lib/model/related';
import { FeedFooter } from '../popup/FeedFooter';
import { OUTSIDE, type Outside, OutsideContext } from '../worker/outside';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import { useFeedStatus } from '../worker/use-feed-status';
import { useKey } from '../controls/use-key';
import { useNews } from '../worker/use-news';
import { useNow } from '../controls/use-now';
import { useOnline } from '../controls/use-online';
import { usePanel, type WatchAddress } from './use-panel';
import { useRelated } from './use-related';
import { useSaving } from '../paper/use-saving';
import { useSettings } from '../worker/use-settings';
import { MoreRelated } from './MoreRelated';
import { SidebarHeader } from './SidebarHeader';
import { sidebarState } from './sidebar-state';
import { SidebarView } from './SidebarView';
import { Strip } from '../controls/Strip';
import { Toast } from '../controls/Toast';
import { errorWords, WORDS } from '../words/words';

export interface SidebarScreenProps {
  /** Which tab this is about. Must be stable between renders. */
  readonly watchAddress: WatchAddress;
  /** What the worker said while the interface was loaded. @default nothing: all of it is asked */
  readonly opening?: PanelOpening | null;
  /** Address of the library page. */
  readonly libraryUrl: string;
  /** Services that can be asked for more. */
  readonly providers: readonly ProviderDescription[];
  /** Test seam. */
  readonly outside_?: Outside;
}

/** The sidebar, in an iframe on the paper page or in the browser's own side panel. */
export function SidebarScreen({
  watchAddress,
  opening = null,
  libraryUrl,
  providers,
  outside_ = OUTSIDE,
}: SidebarScreenProps): ReactNode {
  const news = useNews(outside_);
  const version = `${news.feed} ${news.reading}`;
  const nowMs = useNow();
  const isOnline = useOnline();
  const settings = useSettings(outside_);

  const { address, panel, askAgain: askPanelAgain } = usePanel(watchAddress, version, outside_, opening);
  const feed = useFeedStatus(version, outside_);
  const status = feed.status.kind === 'ready' ? feed.status.value : null;

  const [sort, setSort] = useState<RelatedSort>('closest');
  const [wantedTopic, setTopic] = useState<string | null>(null);
  const shown = panel.kind === 'ready' ? panel.value : null;
  // Another paper in the same tab has other topics: the choice then lapses.
  const topic =
    shown !== null && wantedTopic !== null && shown.topics.includes(wantedTopic) ? wantedTopic : null;
  const paper = shown === null ? null : shown.paper;
  const [related, askRelatedAgain] = useRelated(paper, { sort, topic }, version, outside_, opening?.related);

  const saving = useSaving(
    useMemo(() => ({ panel, related }), [panel, related]),
    outside_,
  );

  const close = useCallback(() => {
    if (address === null || !('token' in address)) return;
    // A page that cannot be reached any more cannot be closed from here; the page's own Esc still works.
    outside_.send('panel.close', address).catch(() => undefined);
  }, [address, outside_]);
  useKey('Escape', close);
  const switchOff = useCallback(() => {
    if (address === null) return;
    // The page may be gone; the settings have the switch as well.
    outside_.send('panel.switchOff', address).then(askPanelAgain, () => undefined);
  }, [address, askPanelAgain, outside_]);

  const state = sidebarState(panel, related, feed.status);
  return (
    <OutsideContext value={outside_}>
      <div className="sidebar">
        <SidebarHeader
          libraryUrl={libraryUrl}
          onSwitchOff={shown === null ? undefined : switchOff}
          onClose={address !== null && 'token' in address ? close : undefined}
        />
        {!isOnline && <Strip icon="offline">{WORDS.offline}</Strip>}
        {saving.failure !== null && (
          <Strip icon="warning" tone="failure">
            {errorWords(saving.failure)}
          </Strip>
        )}
        <main>
          <SidebarView
            state={state}
            saving={saving}
            nowMs={nowMs}
            sort={sort}
            onSort={setSort}
            topic={topic}
            onTopic={setTopic}
            onTryPanelAgain={askPanelAgain}
            onTryRelatedAgain={askRelatedAgain}
            onSync={feed.sync}
          />
          {state.kind === 'paper' && address !== null && (
            <MoreRelated
              providers={providers}
              settings={settings}
              paper={state.panel.paper}
              address={address}
              listed={
                state.related.kind === 'ready' ? state.related.answer.items.map((item) => item.paper) : []
              }
              saving={saving}
              libraryUrl={libraryUrl}
              version={`${news.reading}`}
              nowMs={nowMs}
              outside_={outside_}
            />
          )}
        </main>
        <FeedFooter
          status={status}
          subject="Feed"
          lead={WORDS.looksUpHere}
          isCompact
          syncFailure={feed.syncFailure}
          onSync={feed.sync}
          nowMs={nowMs}
        />
        {saving.removed !== null && (
          <Toast text={WORDS.removed} onUndo={saving.undo} onEnd={saving.dismiss} />
        )}
      </div>
    </OutsideContext>
  );
}
