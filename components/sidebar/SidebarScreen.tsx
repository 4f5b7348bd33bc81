import { type ReactNode, useCallback, useContext, useState } from 'react';
import type { PanelOpening } from '../../lib/messages/protocol';
import type { RelatedSort } from '../../lib/model/related';
import { FeedFooter } from '../popup/FeedFooter';
import { OutsideContext } from '../worker/outside';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import { useFeedStatus } from '../worker/use-feed-status';
import { useKey, useNow, useOnline } from '../controls/browser-page';
import { usePanel, useRelated, type WatchAddress } from './use-panel';
import { useSaving } from '../worker/use-saving';
import { useSettings } from '../worker/use-settings';
import { MoreRelated } from './MoreRelated';
import { sidebarState } from './sidebar-state';
import { RelatedPanel } from './RelatedPanel';
import { ThisPaper } from './ThisPaper';
import { FailedNotice, Loading, Notice } from '../controls/Notice';
import { Brand, Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { FailureStrip, Strip } from '../controls/Strip';
import { Toast } from '../controls/Toast';
import { WORDS } from '../words/words';

export interface SidebarScreenProps {
  /** Which tab this is about. Must be stable between renders. */
  readonly watchAddress: WatchAddress;
  /** What the worker said while the interface loaded. @default nothing: the screen asks for all of it */
  readonly opening?: PanelOpening | null;
  readonly libraryUrl: string;
  readonly providers: readonly ProviderDescription[];
}

/** The sidebar, in an iframe on the paper page or in the browser's own side panel. */
export function SidebarScreen({
  watchAddress,
  opening = null,
  libraryUrl,
  providers,
}: SidebarScreenProps): ReactNode {
  const { send } = useContext(OutsideContext);
  const nowMs = useNow();
  const isOnline = useOnline();
  const settings = useSettings();

  const { address, panel, askAgain: askPanelAgain } = usePanel(watchAddress, opening);
  const feed = useFeedStatus();
  const status = feed.status.kind === 'ready' ? feed.status.value : null;

  const [sort, setSort] = useState<RelatedSort>('closest');
  const [wantedTopic, setTopic] = useState<string | null>(null);
  const shown = panel.kind === 'ready' ? panel.value : null;
  // The choice lapses when another paper in the same tab has other topics.
  const topic =
    shown !== null && wantedTopic !== null && shown.topics.includes(wantedTopic) ? wantedTopic : null;
  const known = opening === null ? null : opening.related;
  const { related, askAgain: askRelatedAgain } = useRelated(address, shown, { sort, topic }, known);
  const saving = useSaving();

  const close = useCallback(() => {
    if (address === null || !('token' in address)) return;
    // If the page cannot be reached any more, its own Esc still closes the sidebar.
    send('panel.close', address).catch(() => undefined);
  }, [address, send]);
  useKey('Escape', close);
  const switchOff = useCallback(() => {
    if (address === null) return;
    // The page may be gone. The settings have the switch as well.
    send('panel.switchOff', address).then(askPanelAgain, () => undefined);
  }, [address, askPanelAgain, send]);

  const state = sidebarState(panel, related, feed.status);
  return (
    <div className="sidebar">
      <SidebarHeader
        libraryUrl={libraryUrl}
        onSwitchOff={shown === null ? undefined : switchOff}
        onClose={address !== null && 'token' in address ? close : undefined}
      />
      {!isOnline && <Strip icon="offline">{WORDS.offline}</Strip>}
      <FailureStrip code={saving.failure} />
      <main>
        {state.kind === 'loading' && <Loading />}
        {state.kind === 'no-paper' && (
          <Notice
            title="No paper here"
            text="Open a paper on arXiv, Hugging Face or another paper site, and the papers related to it appear here."
          />
        )}
        {state.kind === 'failed' && (
          <FailedNotice title="This paper could not be read" code={state.code} onTryAgain={askPanelAgain} />
        )}
        {state.kind === 'paper' && (
          <>
            <ThisPaper panel={state.panel} saving={saving} topic={topic} onTopic={setTopic} nowMs={nowMs} />
            <RelatedPanel
              state={state.related}
              sort={sort}
              onSort={setSort}
              topic={topic}
              onAllTopics={() => setTopic(null)}
              saving={saving}
              onTryAgain={askRelatedAgain}
              onSync={feed.sync}
              nowMs={nowMs}
            />
          </>
        )}
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
            nowMs={nowMs}
          />
        )}
      </main>
      <FeedFooter
        status={status}
        subject="Feed"
        lead={WORDS.looksUpHere}
        isCompact
        syncFailure={feed.failure}
        onSync={feed.sync}
        nowMs={nowMs}
      />
      {saving.removed !== null && <Toast text={WORDS.removed} onUndo={saving.undo} onEnd={saving.dismiss} />}
    </div>
  );
}

interface SidebarHeaderProps {
  readonly libraryUrl: string;
  /** Absent while no paper is shown. */
  readonly onSwitchOff: (() => void) | undefined;
  /** Absent where the browser closes the panel itself. */
  readonly onClose: (() => void) | undefined;
}

/** The bar at the top: the name, the link to the library, and the buttons that switch off and close. */
function SidebarHeader({ libraryUrl, onSwitchOff, onClose }: SidebarHeaderProps): ReactNode {
  return (
    <header className="bar">
      <h1>
        <Brand />
      </h1>
      {onSwitchOff !== undefined && <IconButton icon="power" label={WORDS.switchOff} onClick={onSwitchOff} />}
      <a
        className="icon-button"
        href={`${libraryUrl}#reading`}
        target="_blank"
        aria-label={WORDS.openLibrary}
        title={WORDS.openLibrary}
      >
        <Icon name="list" />
      </a>
      {onClose !== undefined && (
        <IconButton icon="close" label="Close" hint="Close (Esc)" onClick={onClose} />
      )}
    </header>
  );
}
