import type { IsoDate } from '../model/dates';
import type { FillEstimate } from '../model/feed/fill-estimate';
import type { EditionSpan, EditionView, FeedItem, SinceView } from '../model/feed/lists';
import type { FeedStatus } from '../model/feed/status';
import type { ReadingState, SavedPaper, SavedState } from '../model/saved';
import type { ClassifiedPage, PaperMeta, PaperRef } from '../model/paper/page';
import type { ProviderId, MoreAnswer } from '../model/more-related';
import type { PaperFacts, PaperKey, SourceId } from '../model/paper/paper';
import type { News } from './news';
import type { SiteOffer } from '../model/access/site-offer';
import type { RelatedAnswer, RelatedQuery, RelatedSort } from '../model/related';
import type { TopicPage, TopicSort, TopicsOverview } from '../model/topic';

/**
 * Every message to the worker, one line each: the request in, the answer out. `page.…` comes from our script
 * on a web page, all others from a page of the extension.
 *
 * Any call may fail with `unavailable` (no answer in time), `bad-message`, `forbidden` (wrong kind of sender)
 * or `storage`. Each message names its further codes.
 */
export interface Protocol {
  /** Once per paper shown: what the annotation says. Remembers the tab's paper for its panel. */
  'page.annotate'(request: { ref: PaperRef; meta?: PaperMeta }): Annotation;
  /** When the reading list has changed: whether the tab's paper is saved now. */
  'page.isSaved'(): boolean;
  /**
   * This may be a paper, says the small script. True when the worker has put the annotating script into the
   * page, with what the URL says.
   */
  'page.arrived'(request: { url: string; isDeclared: boolean }): boolean;
  /** After a navigation without a load: what a URL says, on sites that page scripts do not know by themselves. */
  'page.detect'(request: { url: string }): ClassifiedPage | null;
  /** After a click: opens the browser's own side panel where the page refuses our iframe. */
  'page.openSidePanel'(): void;

  /** The paper of a tab. Null when that tab shows none. */
  'panel.paper'(request: PanelAddress): PanelPaper | null;
  /**
   * All that the sidebar opens with. Null when the tab shows no paper, or one without a title. The whole
   * list, asked for with `related.find`, then costs no second ranking.
   */
  'panel.open'(request: { token: string }): PanelOpening | null;
  /** The sidebar runs in the iframe that was opened with this token. Fails: `forbidden` (no such token). */
  'panel.ready'(request: { token: string }): void;
  /** Closes the sidebar's own iframe. */
  'panel.close'(request: PanelAddress): void;
  /** Switches Paperkin off on the site of a tab. */
  'panel.switchOff'(request: PanelAddress): void;

  /** The site of a tab, if it can be allowed or switched on; null when there is nothing to offer. */
  'site.offer'(request: { tabId: number }): SiteOffer | null;

  /**
   * Papers related to that of a panel, or to any other, best first. An empty feed gives no items. With
   * `atOnce` the answer has only that many papers and comes sooner. Fails: `not-a-paper` (the panel's tab
   * shows none).
   */
  'related.find'(request: {
    of: PanelAddress | RelatedQuery;
    limit: number;
    sort: RelatedSort;
    topic?: string;
    atOnce?: number;
  }): RelatedAnswer;

  /**
   * What a service says is related, from its last answer; null when it never gave one or is switched off.
   * With `canAsk`, which only a click may set, the service is told the paper's id and answers anew. Nothing
   * is kept from a private window. Fails: `switched-off`, `no-permission`, `not-a-paper` (no id that the
   * service knows), and the codes of requests.
   */
  'related.more'(request: {
    provider: ProviderId;
    ids: PaperFacts['ids'];
    canAsk: boolean;
    address: PanelAddress;
  }): MoreAnswer | null;

  /**
   * The edition of a day, or of the week or month that holds it; the newest when `date` is absent; null when
   * none is cached. `span` is a day when absent; rankings have no date.
   */
  'feed.edition'(request: { source: SourceId; span?: EditionSpan; date?: IsoDate }): EditionView | null;
  /**
   * What came in since the last visit, over all missed days and sources. Visits within half an hour count as
   * one, so the answer stays the same after `feed.markSeen`.
   */
  'feed.since'(): SinceView;
  /** Cached papers matching typed words, best first. */
  'feed.search'(request: { text: string; limit: number }): readonly FeedItem[];
  /**
   * The abstract of a paper that came with the package, when the reader opens it: as stored, else fetched
   * from Hugging Face; null when there is none. Fails: the codes of requests.
   */
  'feed.abstract'(request: { key: PaperKey }): string | null;
  /** State of each source. */
  'feed.status'(): FeedStatus;
  /** Sync all sources now; answers when the sync has begun. */
  'feed.sync'(): void;
  /** Pauses the fetching of history, or resumes it. Persists over restarts. */
  'feed.pause'(request: { isPaused: boolean }): void;
  /** Everything there is now counts as seen. */
  'feed.markSeen'(): void;
  /** Forgets the cached feed, then syncs anew. Leaves the reading list alone. */
  'feed.clear'(): void;

  /** The topics of the cached feed. */
  'topics.overview'(): TopicsOverview;
  /** A topic by any of its names; null when Paperkin does not know the name. */
  'topics.page'(request: { topic: string; sort: TopicSort; limit: number }): TopicPage | null;

  /** What fetching the last months of an arXiv category would cost. Asks no server. */
  'fill.estimate'(request: { category: string; months: number }): FillEstimate;
  /** Fetches the last months of a category, newest first; its state is in `feed.status`. */
  'fill.start'(request: { category: string; months: number }): void;
  /** Stops fetching; papers already fetched stay. */
  'fill.stop'(request: { category: string }): void;

  /** Saved papers, last saved first. */
  'reading.list'(): ReadingList;
  /** The state of every saved paper. No other answer about papers tells it. */
  'reading.states'(): readonly SavedState[];
  /** Saves a paper, or changes the state of a saved one. Fails: `not-a-paper`. */
  'reading.save'(request: { paper: PaperFacts; state: ReadingState }): SavedPaper;
  /** Removes; `reading.restore` brings it back with its state. */
  'reading.remove'(request: { key: PaperKey }): void;
  'reading.restore'(request: { key: PaperKey }): void;
  /** The whole list as a JSON text. */
  'reading.export'(): string;
  /** Merges an exported list. Never replaces an entry by an older one. Fails: `bad-file`. */
  'reading.import'(request: { text: string }): ImportResult;

  /** Bytes and counts for the data page. */
  'data.usage'(): DataUsage;
  /** Deletes feed, reading list and its mirror. */
  'data.deleteAll'(): void;
}

/**
 * The messages that ask and change nothing, each with the news that may change its answer: whoever shows the
 * answer asks again then.
 */
export const STALE_AFTER = {
  'panel.paper': ['feed'],
  'site.offer': [],
  'related.find': ['feed'],
  'related.more': [], // Only a click asks anew.
  'feed.edition': ['feed'],
  'feed.since': ['feed'],
  'feed.search': ['feed'],
  'feed.abstract': [],
  'feed.status': ['feed'],
  'topics.overview': ['feed'],
  'topics.page': ['feed'],
  'fill.estimate': [],
  'reading.list': ['reading'],
  'reading.states': ['reading'],
  'data.usage': ['feed', 'reading'],
} as const satisfies { readonly [K in keyof Protocol]?: readonly (keyof News)[] };

/** A message that an interface may ask as a query. */
export type QueryName = keyof typeof STALE_AFTER;

/** Every message from the worker to a paper page. */
export interface PageProtocol {
  /** Opens the sidebar, or closes it when open: the shortcut and the toolbar menu. */
  'sidebar.toggle'(): void;
  /** The sidebar's page runs, so this page did not refuse its iframe. */
  'sidebar.ready'(): void;
  /** Closes the sidebar and gives the focus back. */
  'sidebar.close'(): void;
  /** Switches this site off, closes the sidebar and says how to switch it on again. */
  'site.switchOff'(): void;
}

/** What the annotation shows. */
export interface Annotation {
  readonly state: AnnotationState;
  readonly topics: readonly string[];
  readonly relatedCount: number;
  readonly isSaved: boolean;
  /** Proves to the worker that the sidebar's iframe was opened by our own content script in this tab. */
  readonly panelToken: string;
}

/** `syncing`: the first sync is not done; `empty`: nothing cached and nothing under way. */
export type AnnotationState = 'empty' | 'ready' | 'syncing';

/** What a sidebar opens with. */
export interface PanelOpening {
  readonly address: PanelAddress;
  readonly panel: PanelPaper;
  /** The first rows of what `related.find` answers for the closest papers. */
  readonly related: RelatedAnswer;
}

/**
 * Which tab a panel speaks for: its own (iframe, with the token) or one that it names (the browser's side
 * panel).
 */
export type PanelAddress = { readonly token: string } | { readonly tabId: number };

/** This paper, from the page and from the feed. */
export interface PanelPaper {
  readonly ref: PaperRef;
  readonly paper: PaperFacts;
  /** When the feed has it: the day it was listed, or first cached. */
  readonly inFeedSince?: IsoDate;
  readonly topics: readonly string[];
}

/** Saved papers, and what had to be repaired. */
export interface ReadingList {
  readonly papers: readonly SavedPaper[];
  /** Entries that were missing in the database and came back from the mirror, since this was last asked. */
  readonly restored: number;
}

/** What an import did. */
export interface ImportResult {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Entries that are not papers. */
  readonly dropped: number;
}

/** What is stored, for people. */
export interface DataUsage {
  /** Bytes used by everything, as the browser estimates it; absent when it does not say. */
  readonly usedBytes?: number;
  readonly papers: number;
  readonly editions: number;
  readonly saved: number;
}
