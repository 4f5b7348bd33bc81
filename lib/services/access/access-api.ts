import { browser } from 'wxt/browser';
import type { ClassifiedPage } from '../../model/paper/page';
import type { PageScript } from './page-scripts';
import type { AccessApi } from './site-access';

/**
 * Functions that run in a page, each on its own: it may use nothing from outside itself
 * (lib/page/injected.ts).
 */
export interface InjectedFunctions {
  /** True when the page seems to declare itself a paper. */
  readonly declaresPaper: () => boolean;
  /** Leaves what we know about a URL to the scripts that run next in the page. */
  readonly handOver: (handed: { url: string; page: ClassifiedPage }) => void;
}

/** Permissions, scripts and tabs of this browser. */
export function createAccessApi({ declaresPaper, handOver }: InjectedFunctions): AccessApi {
  const { permissions, scripting, tabs } = browser;
  return {
    granted: async () => (await permissions.getAll()).origins ?? [],
    registered: async () => (await scripting.getRegisteredContentScripts()) as unknown as PageScript[], // Only we register, always with these fields.
    unregister: (ids) => scripting.unregisterContentScripts({ ids: [...ids] }),
    register: (scripts) => scripting.registerContentScripts(scripts.map(registration)),
    run: async (tabId, files) => {
      const injection = { target: { tabId }, files: [...files], injectImmediately: true };
      await scripting.executeScript(injection as Parameters<typeof scripting.executeScript>[0]); // WXT types the names of files.
    },
    handOver: async (tabId, url, page) => {
      const args: [handed: { url: string; page: ClassifiedPage }] = [{ url, page }];
      await scripting.executeScript({ target: { tabId }, injectImmediately: true, func: handOver, args });
    },
    tabsOf: async (matches) => {
      const found = await tabs.query({ url: [...matches] });
      return found.flatMap(({ id }) => id ?? []);
    },
    addressOf: async (tabId) => {
      const { url } = await tabs.get(tabId);
      return url !== undefined && URL.canParse(url) ? new URL(url) : null;
    },
    declaresPaper: async (tabId) => {
      try {
        const [answer] = await scripting.executeScript({ target: { tabId }, func: declaresPaper });
        return answer?.result === true;
      } catch {
        return false; // The browser's own page, or a tab whose toolbar button was not clicked: nothing to offer.
      }
    },
  };
}

function registration({ matches, excludeMatches, js, css, ...script }: PageScript) {
  return {
    ...script,
    matches: [...matches],
    ...(excludeMatches === undefined ? {} : { excludeMatches: [...excludeMatches] }),
    js: [...js],
    ...(css === undefined ? {} : { css: [...css] }),
  };
}
