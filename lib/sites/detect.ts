import type { PaperRef } from '../model/paper/page';
import type { Site } from './types';

/** The paper that a URL is about, by the one site of these that knows it; null for every other page. Pure. */
export function detectIn(table: readonly Site[], url: URL): PaperRef | null {
  for (const site of table) {
    const ref = site.detect(url);
    if (ref !== null) return ref;
  }
  return null;
}
