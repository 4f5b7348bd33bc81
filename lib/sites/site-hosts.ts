import { sites } from './index';
import type { Site } from './types';

/** Match patterns of the sites that every reader grants: in the manifest. */
export const requiredMatches: readonly string[] = matchesOf('required');

/** Match patterns of the sites that a reader may allow: their script is registered at run time. */
export const optionalMatches: readonly string[] = matchesOf('optional');

/** Every match pattern of the table: where the content script may run. */
export const siteMatches: readonly string[] = [...requiredMatches, ...optionalMatches];

const HOSTS = siteMatches.map((pattern) => pattern.replace(/^[^:]+:\/\/([^/]+)\/.*$/, '$1'));
const NAMED = new Set(HOSTS);
const SUFFIXES = HOSTS.filter((host) => host.startsWith('*.')).map((host) => host.slice(1));

/** True on the hosts of listed sites, whatever the page: only they may send page messages. */
export function isSiteUrl({ hostname }: URL): boolean {
  return NAMED.has(hostname) || SUFFIXES.some((suffix) => `.${hostname}`.endsWith(suffix));
}

function matchesOf(access: Site['access']): readonly string[] {
  return sites.filter((site) => site.access === access).flatMap((site) => site.matches);
}
