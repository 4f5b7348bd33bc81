import type { TabPaper, TabPapers } from '../../db/tab-papers';
import type { Annotation, PanelAddress, PanelPaper } from '../../messages/protocol';
import { compact } from '../../model/compact';
import { isoDateOf } from '../../model/dates';
import type { ClassifiedPage, PaperMeta, PaperRef } from '../../model/paper/page';
import { RELATED_LIMIT } from '../../model/related';
import type { Settings } from '../../settings/settings';
import type { MetadataService } from './metadata';
import type { ReadingListService } from '../reading/reading-list';
import type { RelatedService } from './related';

export interface PagesOptions {
  readonly metadata: MetadataService;
  readonly related: RelatedService;
  readonly readingList: ReadingListService;
  readonly tabPapers: TabPapers;
  /** How far the feed is: an annotation without related papers says why. */
  readonly feedState: () => Promise<Annotation['state']>;
  /** What a tab's address says, also where no script of ours runs; null where we may not know the address. */
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

  async function panelPaper({ ref, meta, isPrivate }: ShownPaper): Promise<PanelPaper | null> {
    const described = await metadata.describe(ref, meta, { isPrivate });
    if (described === null) return null;
    const { facts, inFeed } = described;
    const [topics, stateOf] = await Promise.all([related.topics(facts), readingList.states()]);
    return compact({
      ref,
      paper: facts,
      inFeedSince: inFeed === undefined ? undefined : (inFeed.listedOn ?? isoDateOf(inFeed.addedAtMs)),
      topics,
      saved: stateOf(facts),
    });
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
      const panel = await panelPaper(compact({ ref, meta, isPrivate }));
      const answer =
        panel === null
          ? { found: 0 }
          : await related.find(panel.paper, panel.paper, {
              limit: RELATED_LIMIT,
              sort: 'closest',
              atOnce: 0,
            });
      return {
        state: answer.found > 0 ? 'ready' : await options.feedState(),
        topics: panel?.topics ?? [],
        relatedCount: answer.found,
        isSaved: panel?.saved !== undefined,
        panelToken: token,
      };
    },

    /** The paper of the sidebar that holds a token. */
    async byToken(token: string): Promise<PanelPaper | null> {
      const paper = await tabPapers.byToken(token);
      return paper === null ? null : panelPaper(paper);
    },

    /** The paper of a tab, for the browser's side panel; null on a site that is switched off. */
    async byTab(tabId: number): Promise<PanelPaper | null> {
      const [shown, known, { sitesOff }] = await Promise.all([
        options.pageOfTab(tabId),
        tabPapers.byTab(tabId),
        options.settings(),
      ]);
      if (!shown?.page || sitesOff.includes(shown.page.site.key)) return null;
      const { page, address, isPrivate } = shown;
      // The tab may have gone on since its content script last spoke.
      const isKnown =
        known !== null &&
        (page.kind === 'perhaps' ? known.address === address : isSamePaper(known.ref, page.ref));
      if (isKnown) return panelPaper(known);
      return page.kind === 'perhaps' ? null : panelPaper({ ref: page.ref, isPrivate });
    },

    /** True for a panel in a private window; also when nobody knows, so that nothing is kept by mistake. */
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
