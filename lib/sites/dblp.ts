import { compact } from '../model/compact';
import { parseDoi } from '../model/doi';
import type { PaperMeta } from '../model/page';
import { personName } from './meta/names';
import { findAll, findFirst, textOfFirst } from './shared/find';

/** The one record that a page of https://dblp.org/rec/ is about, in the page's microdata. */
const RECORD = '#main [itemtype$="/ScholarlyArticle"]'; // Seen 2026-11 in the site's documentation.

/** Reads a record of dblp; null for pages with several, which are listings. */
export function readDblp(page: Document): PaperMeta | null {
  if (findAll(page, RECORD).length !== 1) return null;
  const title = textOfFirst(page, `${RECORD} .title`).replace(/\.$/, '');
  const link = findFirst(page, `${RECORD} a[href*="doi.org/10."]`)?.getAttribute('href') ?? '';
  // Namesakes carry a number: "Wei Wang 0042".
  const authors = findAll(page, `${RECORD} [itemprop="author"]`).map(({ textContent }) =>
    personName(textContent ?? '').replace(/ \d{4}$/, ''),
  );
  return title === ''
    ? null
    : { title, authors, categories: [], ids: compact({ doi: parseDoi(link) ?? undefined }) };
}
