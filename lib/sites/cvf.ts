import { compact } from '../model/compact';
import type { PaperMeta } from '../model/paper/page';
import { exactly, site } from './urls/define-site';
import { readMeta } from './meta/read-meta';
import { splitNames } from './meta/names';
import { textOfFirst } from './pages/elements';

/** The open access of the Computer Vision Foundation: https://openaccess.thecvf.com */
export const urls = site({
  id: 'cvf',
  name: 'CVF Open Access',
  hosts: ['openaccess.thecvf.com', 'www.cv-foundation.org'],
  pages: ['/content*', '/openaccess/content*'],
  papers: () => [
    {
      example:
        'https://openaccess.thecvf.com/content_cvpr_workshops_2015/W01/html/Bellamy_Small_Maps_2015_CVPR_paper.html',
      path: exactly`(/openaccess)?/content\w*(/[\w-]+)*/(html|(?<pdf>papers))(/[\w-]+)*/[^/]+_paper\.(html|pdf)`,
    },
  ],
});

/** Reads the common tags where there are any, and the title, authors and abstract that the page shows. */
export function read(page: Document): PaperMeta | null {
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
