import { compact } from '../../model/compact';
import type { PaperMeta } from '../../model/paper/page';
import { readMeta } from '../meta';
import { splitNames } from '../meta/names';
import { textOfFirst } from './find';

/**
 * Reads a paper of the CVF's open access or of ECVA, which share one layout: the common tags where there are
 * any, and the page's own title, authors and abstract.
 */
export function readCvf(page: Document): PaperMeta | null {
  const meta = readMeta(page);
  const title = meta?.title ?? textOfFirst(page, '#papertitle'); // As other programs read it, 2026-11.
  if (title === '') return null;
  const shown = textOfFirst(page, '#authors i').replaceAll(',', ';');
  return {
    ids: {},
    categories: [],
    ...meta,
    title,
    authors: meta !== null && meta.authors.length > 0 ? meta.authors : splitNames(shown),
    ...compact({ abstract: meta?.abstract ?? (textOfFirst(page, '#abstract') || undefined) }),
  };
}
