import type { PaperRef } from '../model/paper/page';
import { detectIn } from './detect';
import { genericSites } from './generic-sites';
import { requiredSites } from './required-sites';
import type { Site } from './types';

/** Every supported site, sorted by id. */
export const sites: readonly Site[] = [...requiredSites, ...genericSites].toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);

/** The paper that a URL is about; null for every other page. Pure. */
export function detectPaper(url: URL): PaperRef | null {
  return detectIn(sites, url);
}

/** The site with this id, null when the table has none (any more). */
export function findSite(id: string): Site | null {
  return sites.find((site) => site.id === id) ?? null;
}
