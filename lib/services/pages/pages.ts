import type { TabPaper, TabPapers } from '../../db/tab-papers';
import type { Annotation, PanelAddress, PanelPaper } from '../../messages/protocol';
import { compact } from '../../model/compact';
import { isoDateOf } from '../../model/dates';
import type { ClassifiedPage, PaperMeta, PaperRef } from '../../model/paper/page';
import type { PaperFacts } from '../../model/paper/paper';
import { RELATED_LIMIT } from '../../model/related';
import type { Settings } from '../../settings/settings';
import type { Described, MetadataService } from './metadata';
import type { ReadingListService } from '../reading/reading-list';
import type { RelatedService } from './related';

export interface PagesOptions {
  readonly metadata: MetadataService;
  readonly related: RelatedService;
  readonly readingList: ReadingListService;
  readonly tabPapers: TabPapers;
  /** The state of the feed: an annotation without related papers says why. */
  readonly feedState: () => Promise<Annotation['state']>;
  /** What a tab's address says, even where our script does not run; null where we may not know the address. */
  readonly pageOfTab: (tabId: number) => Promise<AddressedPage | null>;
  readonly settings: () => Promise<Settings>;
}

/** What a tab's address says. */
export interface AddressedPage {
  readonly address: string;
  readonly page: ClassifiedPage | null;
  readonly isPrivate: boolean;
}

type ShownPaper = Pick<TabPaper, 'isPrivate' | 'meta' | 'ref'>;

export type PagesService = ReturnType<typeof createPages>;

/** What paper pages and their panels show. */
export function createPages(options: PagesOptions) {
  const { metadata, related, readingList, tabPapers } = options;

  /** What a panel's tab shows; null on a site that is switched off, and where there is no paper. */
  async function shownAt(address: PanelAddress): Promise<ShownPaper | null> {
    if ('token' in address) return tabPapers.byToken(address.token);
    const [shown, known, { sitesOff }] = await Promise.all([
      options.pageOfTab(address.tabId),
      tabPapers.byTab(address.tabId),
      options.settings(),
    ]);
    if (!shown?.page || sitesOff.includes(shown.page.site.key)) return null;
    const { page, address: url, isPrivate } = shown;
    // The tab may have gone on since its content script last spoke.
    const isKnown =
      known !== null && (page.kind === 'perhaps' ? known.address === url : isSamePaper(known.ref, page.ref));
    if (isKnown) return known;
    return page.kind === 'perhaps' ? null : { ref: page.ref, isPrivate };
  }

  async function described(shown: ShownPaper | null): Promise<Described | null> {
    return shown === null ? null : metadata.describe(shown.ref, shown.meta, { isPrivate: shown.isPrivate });
  }

  return {
    /** Remembers what a tab shows and gives its annotation. */
    async annotate(
      tabId: number,
      ref: PaperRef,
      meta: PaperMeta | undefined,
      {
        isPrivate = false,
        address,
      }: { readonly isPrivate?: boolean; readonly address?: string | undefined } = {},
    ): Promise<Annotation> {
      const known = await tabPapers.byTab(tabId);
      // The same paper keeps its token, so that an open sidebar stays valid when the annotation asks again.
      const token = known !== null && isSamePaper(known.ref, ref) ? known.token : crypto.randomUUID();
      await tabPapers.put(compact({ tabId, token, ref, meta, isPrivate, address }));
      const paper = (await described(compact({ ref, meta, isPrivate })))?.facts ?? null; // Null: nothing is known about it.
      const [found, topics, isSaved] =
        paper === null
          ? [0, [], false]
          : await Promise.all([
              related
                .find(paper, { limit: RELATED_LIMIT, sort: 'closest', atOnce: 0 })
                .then((it) => it.found),
              related.topics(paper),
              readingList.isSaved(paper),
            ]);
      const state = found > 0 ? 'ready' : await options.feedState();
      return { state, topics, relatedCount: found, isSaved, panelToken: token };
    },

    /** True when the paper that a tab shows is saved. Asks no server. */
    async isSaved(tabId: number): Promise<boolean> {
      const shown = await tabPapers.byTab(tabId);
      const known = await described(shown === null ? null : { ...shown, isPrivate: true });
      return known !== null && readingList.isSaved(known.facts);
    },

    /** The facts of a panel's paper; null when its tab shows none. */
    facts: async (address: PanelAddress): Promise<PaperFacts | null> =>
      (await described(await shownAt(address)))?.facts ?? null, // As said.

    /** A panel's paper, with what the feed knows of it; null when its tab shows none. */
    async panel(address: PanelAddress): Promise<PanelPaper | null> {
      const shown = await shownAt(address);
      const known = await described(shown);
      if (shown === null || known === null) return null;
      const { facts, inFeed } = known;
      return compact({
        ref: shown.ref,
        paper: facts,
        inFeedSince: inFeed === undefined ? undefined : (inFeed.listedOn ?? isoDateOf(inFeed.addedAtMs)),
        topics: await related.topics(facts),
      });
    },

    /** True for a panel in a private window, and when that is unknown, so that nothing is kept by mistake. */
    async isPrivate(address: PanelAddress): Promise<boolean> {
      const shown =
        'token' in address ? await tabPapers.byToken(address.token) : await options.pageOfTab(address.tabId);
      return shown === null || shown.isPrivate;
    },

    /** The site of a tab, as in the settings' `sitesOff`. */
    siteKeyOfTab: async (tabId: number): Promise<string | null> =>
      (await options.pageOfTab(tabId))?.page?.site.key ?? null,

    tabOfToken: async (token: string): Promise<number | null> =>
      (await tabPapers.byToken(token))?.tabId ?? null,
  };
}

function isSamePaper(one: PaperRef, other: PaperRef): boolean {
  return JSON.stringify([one.ids, one.record]) === JSON.stringify([other.ids, other.record]);
}
