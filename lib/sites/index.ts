import type { PaperRef } from '../model/page';
import { ar5iv } from './ar5iv';
import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import type { Site } from './types';

/** Every supported site, sorted by id: one file and one line each. */
export const sites: readonly Site[] = [ar5iv, arxiv, huggingface];

/** The paper that a URL is about, by the one site that knows it; null for every other page. Pure. */
export function detectPaper(url: URL, table: readonly Site[] = sites): PaperRef | null {
  for (const site of table) {
    const ref = site.detect(url);
    if (ref !== null) return ref;
  }
  return null;
}

/** The site with this id, null when the table has none (any more). */
export function findSite(id: string): Site | null {
  return sites.find((site) => site.id === id) ?? null;
}
