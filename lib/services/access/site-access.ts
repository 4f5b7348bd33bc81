import { createQueue } from '../../async';
import { report } from '../../log';
import { isHostGranted, originsOf } from '../../model/access/hosts';
import type { ClassifiedPage } from '../../model/paper/page';
import type { SiteOffer } from '../../model/access/site-offer';
import type { Settings } from '../../settings/settings';
import { classifyUrl, OTHER_SITE, siteAt } from '../../sites/urls/classify-url';
import type { Site } from '../../sites/types';
import { grantedScripts, type PageScript, SCRIPT_FILES } from './page-scripts';

/** The part of the extension API that site access uses. */
export interface AccessApi {
  /** All origins granted now. */
  granted(): Promise<readonly string[]>;
  registered(): Promise<readonly PageScript[]>;
  unregister(ids: readonly string[]): Promise<void>;
  register(scripts: readonly PageScript[]): Promise<void>;
  /** Runs files of the package in a tab's page. Rejects where the browser allows no script. */
  run(tabId: number, files: readonly string[]): Promise<void>;
  /** Leaves what we know about a URL where the files that run next will find it. Rejects like `run`. */
  handOver(tabId: number, url: string, page: ClassifiedPage): Promise<void>;
  /** Ids of the tabs whose page matches. */
  tabsOf(matches: readonly string[]): Promise<readonly number[]>;
  /**
   * The address of a tab, if we may know it: its host is granted, or the reader just clicked the toolbar
   * button.
   */
  addressOf(tabId: number): Promise<URL | null>;
  /** True when the page of a tab declares itself a paper; false where we may not look. */
  declaresPaper(tabId: number): Promise<boolean>;
}

export interface SiteAccessOptions {
  readonly api: AccessApi;
  readonly sites: readonly Site[];
  /** Origins that every reader grants. */
  readonly required: readonly string[];
  readonly settings: () => Promise<Settings>;
}

export type SiteAccess = ReturnType<typeof createSiteAccess>;

/** Decides where our scripts run: on required sites by the manifest, on all others as the reader allows. */
export function createSiteAccess({ api, sites, required, settings }: SiteAccessOptions) {
  const inTurn = createQueue();

  async function register(): Promise<void> {
    const [granted, registered, { sitesOff }] = await Promise.all([
      api.granted(),
      api.registered(),
      settings(),
    ]);
    const wanted = grantedScripts({ sites, required, granted, sitesOff });
    const stale = registered.filter((script) => !wanted.some((one) => isSameScript(one, script)));
    const missing = wanted.filter((script) => !registered.some((one) => isSameScript(one, script)));
    if (stale.length > 0) await api.unregister(stale.map(({ id }) => id));
    if (missing.length > 0) await api.register(missing);
  }

  /** The browser runs a newly registered script on the next load only: open pages get theirs here. */
  async function annotateOpenTabs(granted: readonly string[]): Promise<void> {
    const { sitesOff } = await settings();
    for (const { id, matches, js } of grantedScripts({ sites, required, granted, sitesOff })) {
      for (const tabId of await api.tabsOf(matches)) {
        // The browser's own pages, and tabs that were just closed, refuse.
        await api.run(tabId, js).catch((error: unknown) => report(`site-access: ${id}`, error));
      }
    }
  }

  return {
    /**
     * Registers the scripts that are granted, and no others. Called whenever the worker starts and after each
     * change: an update, or the reader in the browser's own settings, changes them behind our back.
     */
    register: (): Promise<void> => inTurn(register),

    /** Registers the scripts after the reader allowed origins, and annotates the pages that are already open. */
    allow: (origins: readonly string[]): Promise<void> =>
      inTurn(async () => {
        await register();
        await annotateOpenTabs(origins);
      }),

    /**
     * Puts the annotating script into a page that asked for it by `watch` or `probe`, with what the URL says,
     * so that the script need not ask; false when the page is certainly no paper, or its site is switched
     * off. A page of no listed site must have declared itself a paper.
     */
    async arrive(tabId: number, { url, isDeclared }: Arrival): Promise<boolean> {
      const page = classifyUrl(new URL(url), sites);
      if (page === null || (page.site.id === OTHER_SITE && !isDeclared)) return false;
      if ((await settings()).sitesOff.includes(page.site.key)) return false;
      await api.handOver(tabId, url, page);
      await api.run(tabId, SCRIPT_FILES.annotate.js);
      return true;
    },

    /** True on hosts where the reader allowed our scripts. */
    isAllowed: async ({ hostname }: URL): Promise<boolean> => isHostGranted(hostname, await api.granted()),

    /** What the popup can offer for a tab: a site to allow, or one that is switched off. */
    async offer(tabId: number): Promise<SiteOffer | null> {
      const address = await api.addressOf(tabId);
      if (address === null || !/^https?:$/.test(address.protocol)) return null;
      const [granted, { sitesOff }] = await Promise.all([api.granted(), settings()]);
      const site = siteAt(address, sites);
      const host = address.hostname;
      const key = site?.id ?? host;
      const about = { key, host, name: site?.name ?? host };
      if (sitesOff.includes(key)) return { kind: 'off', ...about };
      if (isHostGranted(host, granted)) return null;
      const origins = site === null ? [`*://${host}/*`] : originsOf(site.matches);
      if (site !== null) return { kind: 'listed', ...about, origins };
      return (await api.declaresPaper(tabId)) ? { kind: 'declared', ...about, origins } : null;
    },
  };
}

/** A page that may be a paper. */
export interface Arrival {
  readonly url: string;
  /** True when a first look found that the page declares itself one. */
  readonly isDeclared: boolean;
}

/** Browsers add fields of their own and leave out empty lists. */
function isSameScript(one: PageScript, other: PageScript): boolean {
  return describe(one) === describe(other);
}

function describe({ id, matches, excludeMatches = [], js, css = [], runAt }: PageScript): string {
  return JSON.stringify([id, matches.toSorted(), excludeMatches.toSorted(), js, css, runAt]);
}
