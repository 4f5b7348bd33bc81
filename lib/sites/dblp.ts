import { compact } from '../model/compact';
import { parseDoi } from '../model/paper/ids';
import type { PaperMeta } from '../model/paper/page';
import { personName } from './meta/names';
import { findAll, findFirst, textOfFirst } from './pages/elements';
import { exactly, site } from './urls/define-site';

/** The bibliography of computer science: https://dblp.org */
export const urls = site({
  id: 'dblp',
  name: 'DBLP',
  hosts: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
  pages: ['/rec/*'],
  papers: () => [
    {
      example: 'https://dblp.org/rec/conf/iclr/BellamyD19.html?view=bibtex',
      path: exactly`/rec/.+`,
      query: { view: exactly`bibtex` },
    },
    {
      example: 'https://dblp.org/rec/conf/iclr/BellamyD19.html',
      path: exactly`/rec/.+?(\.html)?`,
      isUnsure: true,
    },
  ],
});

/** A record as https://dblp.org lists it; on a page of its own it is the only one. */
const RECORD = 'li.entry'; // By programs that read it, 2026-11; no page of the site was at hand.

/** Reads a record of dblp; null for pages with several, which are listings. */
export function read(page: Document): PaperMeta | null {
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
