import type { ClassifiedPage } from '../../../lib/model/paper/page';
import type { PageScript } from '../../../lib/services/access/page-scripts';
import { createSiteAccess, type AccessApi, type SiteAccess } from '../../../lib/services/access/site-access';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import type { Site } from '../../../lib/sites/types';

/** A browser's permissions, registered scripts and tabs, in memory. */
export interface FakeAccess {
  readonly api: AccessApi;
  granted: readonly string[];
  sitesOff: readonly string[];
  registered: readonly PageScript[];
  /** Address of each tab's page; whether it declares itself a paper. */
  readonly tabs: Map<
    number,
    { readonly url: string; readonly isPaper?: boolean; readonly isClosed?: boolean }
  >;
  /** What ran where: `7 annotate.js`. */
  readonly ran: string[];
  /** What was handed over to the scripts that ran, by tab. */
  readonly handed: Map<number, { readonly url: string; readonly page: ClassifiedPage }>;
  /** Calls that changed the registered scripts, in order. */
  readonly changes: string[];
}

/** A browser with nothing granted and no tab. */
export function fakeAccess(): FakeAccess {
  const fake: FakeAccess = {
    granted: [],
    sitesOff: [],
    registered: [],
    tabs: new Map(),
    ran: [],
    handed: new Map(),
    changes: [],
    api: {
      granted: async () => fake.granted,
      registered: async () => fake.registered,
      unregister: async (ids) => {
        fake.changes.push(`- ${ids.join()}`);
        fake.registered = fake.registered.filter(({ id }) => !ids.includes(id));
      },
      register: async (scripts) => {
        fake.changes.push(`+ ${scripts.map(({ id }) => id).join()}`);
        fake.registered = [...fake.registered, ...scripts];
      },
      run: async (tabId, files) => {
        if (fake.tabs.get(tabId)?.isClosed === true) throw new Error('No such tab');
        fake.ran.push(`${tabId} ${files.join()}`);
      },
      handOver: async (tabId, url, page) => {
        fake.handed.set(tabId, { url, page });
      },
      tabsOf: async (matches) =>
        [...fake.tabs]
          .filter(([, { url }]) => matches.some((match) => isOnHost(match, url)))
          .map(([id]) => id),
      addressOf: async (tabId) => {
        const url = fake.tabs.get(tabId)?.url;
        return url === undefined ? null : new URL(url);
      },
      declaresPaper: async (tabId) => fake.tabs.get(tabId)?.isPaper === true,
    },
  };
  return fake;
}

/** The service on a fake browser. */
export function accessTo(sites: readonly Site[], fake: FakeAccess = fakeAccess()): SiteAccess {
  return createSiteAccess({
    api: fake.api,
    sites,
    required: ['https://arxiv.org/*', 'https://rss.arxiv.org/*'],
    settings: async () => ({ ...DEFAULT_SETTINGS, sitesOff: fake.sitesOff }),
  });
}

/** A site whose papers are at `/paper/…`. */
export function siteOf(id: string, overrides: Partial<Site> = {}): Site {
  const host = `${id}.example`;
  return {
    id,
    name: id.toUpperCase(),
    access: 'optional',
    matches: [`*://${host}/paper/*`],
    classify: (url) =>
      url.hostname === host && url.pathname.startsWith('/paper/')
        ? { kind: 'paper', ref: { site: id, ids: {}, record: url.pathname, view: 'abstract' } }
        : null,
    ...overrides,
  };
}

function isOnHost(pattern: string, url: string): boolean {
  const host = /:\/\/([^/]+)\//.exec(pattern)?.[1];
  return host === '*' || host === new URL(url).hostname;
}
