import { sites } from './index';

/** Every match pattern of the table: where the content script runs. */
export const siteMatches: readonly string[] = sites.flatMap((site) => site.matches);

const HOSTS = new Set(siteMatches.map((pattern) => /^[^:]+:\/\/([^/]+)\//.exec(pattern)?.[1]));

/** True on the hosts of listed sites, whatever the page: only they may send page messages. */
export function isSiteUrl(url: URL): boolean {
  return HOSTS.has(url.hostname);
}
