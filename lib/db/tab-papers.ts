import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { compact } from '../model/compact';
import type { PaperMeta, PaperRef } from '../model/paper/page';
import { metaSchema, refSchema } from '../schemas';

const PREFIX = 'tab/';

/** The paper that a tab shows, according to its content script. */
export interface TabPaper {
  readonly tabId: number;
  /** Proves that a sidebar was opened by our content script in this tab. */
  readonly token: string;
  readonly ref: PaperRef;
  readonly meta?: PaperMeta;
  /** The page's address: what a page declares about itself holds for this address only. */
  readonly address?: string;
  /** In a private window: nothing is asked or stored about it. */
  readonly isPrivate: boolean;
}

const tabPaperSchema = v.object({
  tabId: v.number(),
  token: v.string(),
  ref: refSchema,
  meta: v.exactOptional(metaSchema),
  address: v.exactOptional(v.string()),
  isPrivate: v.boolean(),
});

/** What the tabs show, in `storage.session`, which outlives the worker but not the browser. */
export interface TabPapers {
  put(paper: TabPaper): Promise<void>;
  byTab(tabId: number): Promise<TabPaper | null>;
  byToken(token: string): Promise<TabPaper | null>;
  delete(tabId: number): Promise<void>;
}

export const tabPapers: TabPapers = {
  async put(paper) {
    await browser.storage.session.set({ [PREFIX + paper.tabId]: compact(paper) });
  },
  async byTab(tabId) {
    const { [PREFIX + tabId]: value } = await browser.storage.session.get(PREFIX + tabId);
    return parse(value);
  },
  async byToken(token) {
    const items = await browser.storage.session.get(null);
    const papers = Object.entries(items).flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [parse(value)] : [],
    );
    return papers.find((paper) => paper?.token === token) ?? null;
  },
  async delete(tabId) {
    await browser.storage.session.remove(PREFIX + tabId);
  },
};

function parse(value: unknown): TabPaper | null {
  const paper = v.safeParse(tabPaperSchema, value);
  return paper.success ? paper.output : null;
}
