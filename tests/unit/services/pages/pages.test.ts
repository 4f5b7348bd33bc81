import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { OpenDatabase } from '../../../../lib/db/open';
import { tabPapers } from '../../../../lib/db/tab-papers';
import type { HttpGet } from '../../../../lib/http';
import type { AnnotationState } from '../../../../lib/messages/protocol';
import type { PageSite, PaperMeta, PaperRef } from '../../../../lib/model/paper/page';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import { createMetadata } from '../../../../lib/services/pages/metadata';
import { createPages } from '../../../../lib/services/pages/pages';
import { createReadingList } from '../../../../lib/services/reading/reading-list';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { arxivId, facts, NOW_MS } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';
import { fakeMirror } from '../../../support/fake-mirror';
import { fakeSource } from '../../../support/feed/fake-source';
import { relatedOn } from '../../../support/related/related-service';

const ref: PaperRef = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'abstract' };
const SITE: PageSite = { id: 'arxiv', key: 'arxiv', name: 'arXiv', isSinglePage: false, anchors: [] };
const meta: PaperMeta = {
  ids: ref.ids,
  title: facts().title,
  authors: facts().authors,
  abstract: facts().abstract ?? '',
  categories: [],
};
const neighbour = facts({
  ids: { arxiv: arxivId('2606.00002') },
  title: 'Coding agents in repositories of companies',
});

let open: OpenDatabase;
let feedState: AnnotationState;
/** Null: the page has to declare itself a paper; undefined: it is none. */
let refOfTab: PaperRef | null | undefined;
let addressOfTab: string;
let isPrivate: boolean;
let sitesOff: readonly string[];

beforeEach(() => {
  fakeBrowser.reset();
  open = freshDatabase();
  feedState = 'syncing';
  refOfTab = ref;
  addressOfTab = 'https://arxiv.org/abs/2606.00001';
  isPrivate = false;
  sitesOff = [];
});

/** A worker just started. */
function start() {
  const now = () => NOW_MS;
  const readingList = createReadingList({ open, mirror: fakeMirror(), now, onChange: async () => undefined });
  const settings = async () => ({ ...DEFAULT_SETTINGS, sitesOff });
  const arxiv = fakeSource({ id: 'arxiv', answers: new Map() });
  const pages = createPages({
    metadata: createMetadata({ open, arxiv, get: vi.fn<HttpGet>(), settings, now }),
    related: relatedOn(open).related,
    readingList,
    tabPapers,
    feedState: async () => feedState,
    pageOfTab: async () => ({
      address: addressOfTab,
      page:
        refOfTab === undefined
          ? null
          : { kind: refOfTab === null ? 'perhaps' : 'paper', site: SITE, ref: refOfTab ?? ref },
      isPrivate,
    }),
    settings,
  });
  return { pages, readingList, arxiv };
}

async function cache(...papers: readonly PaperFacts[]): Promise<void> {
  await relatedOn(open).commit(papers);
}

describe('annotate', () => {
  it('counts related papers, names topics and the saved state', async () => {
    await cache(facts(), neighbour);
    const { pages, readingList } = start();
    await readingList.save(facts(), 'to-read');
    expect(await pages.annotate(7, ref, meta)).toMatchObject({
      state: 'ready',
      relatedCount: 1,
      topics: ['coding agents'],
      isSaved: true,
    });
  });

  it.each<AnnotationState>(['syncing', 'empty'])('says why there is nothing: %s', async (state) => {
    feedState = state;
    expect(await start().pages.annotate(7, ref, meta)).toMatchObject({
      state,
      relatedCount: 0,
      topics: ['coding agents'],
      isSaved: false,
    });
  });

  it('remembers a paper that nothing describes', async () => {
    await cache(neighbour);
    const unnamed: PaperRef = { ...ref, site: 'ar5iv', view: 'html' };
    const { panelToken, relatedCount } = await start().pages.annotate(7, unnamed, undefined);
    expect(relatedCount).toBe(0);
    expect(await start().pages.panel({ token: panelToken })).toMatchObject({
      ref: unnamed,
      paper: { title: '' },
    });
    expect(await start().pages.tabOfToken(panelToken)).toBe(7);
  });

  it('keeps the token for the same paper, also over a restart, and gives another for another', async () => {
    const { panelToken } = await start().pages.annotate(7, ref, meta);
    expect((await start().pages.annotate(7, { ...ref, view: 'pdf' }, meta)).panelToken).toBe(panelToken);
    const other = { ...ref, ids: { arxiv: arxivId('2606.00009') } };
    expect((await start().pages.annotate(7, other, undefined)).panelToken).not.toBe(panelToken);
    expect(await start().pages.tabOfToken(panelToken)).toBeNull();
  });
});

describe('the panel’s paper', () => {
  it('is found by the token of its tab, with what the feed knows', async () => {
    await cache(facts({ upvotes: 5 }), neighbour);
    const { panelToken } = await start().pages.annotate(7, ref, meta);
    expect(await start().pages.panel({ token: panelToken })).toMatchObject({
      ref,
      paper: { title: meta.title, upvotes: 5 },
      inFeedSince: '2026-06-10',
      topics: ['coding agents'],
    });
  });

  it('is null for a token that nobody was given', async () => {
    expect(await start().pages.panel({ token: '6f1f8f4e-8f0e-4b2e-9d3a-000000000000' })).toBeNull();
  });

  it('is found by the tab, with what its page said', async () => {
    await start().pages.annotate(7, ref, meta);
    expect(await start().pages.panel({ tabId: 7 })).toMatchObject({ paper: { title: meta.title } });
  });

  it('is that of the tab’s address when the tab has gone on, or no script of ours ran', async () => {
    await cache(neighbour);
    await start().pages.annotate(7, ref, meta);
    refOfTab = { ...ref, ids: neighbour.ids };
    expect(await start().pages.panel({ tabId: 7 })).toMatchObject({ paper: { title: neighbour.title } });
    expect(await start().pages.panel({ tabId: 8 })).toMatchObject({ paper: { title: neighbour.title } });
  });

  it('is null in a tab without a paper', async () => {
    refOfTab = undefined;
    expect(await start().pages.panel({ tabId: 7 })).toBeNull();
  });

  it('shows what a page declared itself to be, as long as the tab is at that address', async () => {
    await start().pages.annotate(7, ref, meta, { address: addressOfTab });
    refOfTab = null;
    expect(await start().pages.panel({ tabId: 7 })).toMatchObject({ paper: { title: meta.title } });
    addressOfTab = 'https://arxiv.org/abs/2606.00002';
    expect(await start().pages.panel({ tabId: 7 })).toBeNull();
  });

  it('asks arXiv for no abstract page', async () => {
    const { pages, arxiv } = start();
    expect(await pages.panel({ tabId: 7 })).toMatchObject({ paper: { ids: ref.ids, title: '' } });
    expect(arxiv.asked).toEqual([]);
  });

  it('is null on a site that is switched off', async () => {
    await start().pages.annotate(7, ref, meta);
    sitesOff = ['arxiv'];
    expect(await start().pages.panel({ tabId: 7 })).toBeNull();
  });

  it('is not asked for at arXiv from a private window, whoever shows it', async () => {
    refOfTab = { ...ref, view: 'pdf' };
    isPrivate = true;
    const { pages, arxiv } = start();
    await pages.panel({ tabId: 7 });
    const { panelToken } = await pages.annotate(7, refOfTab, undefined, { isPrivate });
    await pages.panel({ token: panelToken });
    await pages.panel({ tabId: 7 });
    expect(arxiv.asked).toEqual([]);
  });
});

describe('isSaved', () => {
  it('follows the reading list for the paper that the tab shows, and asks no server', async () => {
    const { pages, readingList, arxiv } = start();
    await pages.annotate(7, { ...ref, view: 'pdf' }, undefined, { isPrivate: true });
    expect(await pages.isSaved(7)).toBe(false);
    const { key } = await readingList.save(facts(), 'done');
    expect(await pages.isSaved(7)).toBe(true);
    await readingList.remove(key);
    expect(await pages.isSaved(7)).toBe(false);
    expect(await pages.isSaved(8)).toBe(false);
    expect(arxiv.asked).toEqual([]);
  });
});

describe('isPrivate', () => {
  it('knows the window of a sidebar by its token, and of a panel by its tab', async () => {
    const { pages } = start();
    const { panelToken: token } = await pages.annotate(7, ref, meta, { isPrivate: true });
    const { panelToken: other } = await pages.annotate(8, ref, meta);

    expect(await pages.isPrivate({ token })).toBe(true);
    expect(await pages.isPrivate({ token: other })).toBe(false);
    expect(await pages.isPrivate({ tabId: 8 })).toBe(false);
  });

  it('treats an unknown window as a private one', async () => {
    refOfTab = null;

    expect(await start().pages.isPrivate({ token: crypto.randomUUID() })).toBe(true);
  });
});
