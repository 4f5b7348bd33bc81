import type { PaperRef } from '../model/paper/page';
import { OTHER_SITE } from './declared';
import { sites } from './';
import type { Site } from './types';

/** Match patterns of the sites that every reader grants: in the manifest. */
export const requiredMatches: readonly string[] = matchesOf('required');

/** Match patterns of the sites that a reader may allow: their script is registered at run time. */
export const optionalMatches: readonly string[] = matchesOf('optional');

const HOSTS: readonly (readonly [string, Site])[] = sites.flatMap((site) =>
  [...new Set(site.matches.map(hostIn))].map((host) => [host, site] as const),
);

/** The first listed site on a URL's host, whatever the page; null when there is none. */
export function siteAt({ hostname }: URL): Site | null {
  const found = HOSTS.find(([host]) =>
    host.startsWith('*.') ? `.${hostname}`.endsWith(host.slice(1)) : host === hostname,
  );
  return found?.[1] ?? null;
}

/** True on the hosts of listed sites, whatever the page: only they may send page messages. */
export function isSiteUrl(url: URL): boolean {
  return siteAt(url) !== null;
}

/**
 * What a URL is about if it is a paper at all, which the page has to confirm (`confirmPaper`); null where the
 * URL alone decides, as nearly everywhere on listed hosts: a listing with tags is never taken for a paper
 * there.
 */
export function suspectPaper(url: URL): PaperRef | null {
  if (!isSiteUrl(url)) {
    return /^https?:$/.test(url.protocol) ? { site: OTHER_SITE, ids: {}, view: 'abstract' } : null;
  }
  for (const site of sites) {
    const ref = site.suspect?.(url) ?? null;
    if (ref !== null) return ref;
  }
  return null;
}

function matchesOf(access: Site['access']): readonly string[] {
  return sites.filter((site) => site.access === access).flatMap((site) => site.matches);
}

function hostIn(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\/([^/]+)\/.*$/, '$1');
}
