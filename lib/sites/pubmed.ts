import { compact } from '../model/compact';
import { parseDoi, parsePmid } from '../model/paper/ids';
import type { PaperMeta } from '../model/paper/page';
import { readMeta } from './meta/read-meta';
import { findAll, findFirst, textOfFirst } from './pages/elements';
import { collapseSpace } from '../text/plain';
import { exactly, site } from './urls/define-site';

/** The abstracts of https://pubmed.ncbi.nlm.nih.gov */
export const urls = site({
  id: 'pubmed',
  name: 'PubMed',
  hosts: ['pubmed.ncbi.nlm.nih.gov', 'www.ncbi.nlm.nih.gov'],
  pages: ['/1*', '/2*', '/3*', '/4*', '/5*', '/6*', '/7*', '/8*', '/9*', '/pubmed/*'],
  papers: () => [
    {
      example: 'https://pubmed.ncbi.nlm.nih.gov/22188593/',
      path: exactly`/(?<pmid>\d+)`,
    },
    {
      example: 'https://www.ncbi.nlm.nih.gov/pubmed/21249758',
      path: exactly`/pubmed/(?<pmid>\d+)`,
      isUnsure: true,
    },
  ],
});

/** Reads a page of PubMed: by the common tags since 2020, by its layout before. */
export function read(page: Document): PaperMeta | null {
  const uid = findFirst(page, 'meta[name="uid"], meta[name="ncbi_uidlist"]')?.getAttribute('content') ?? '';
  const pmid = parsePmid(uid) ?? undefined;
  const meta = readMeta(page) ?? readLayoutBefore2020(page);
  return meta && { ...meta, ids: { ...compact({ pmid }), ...meta.ids } };
}

function readLayoutBefore2020(page: Document): PaperMeta | null {
  const title = textOfFirst(page, '.rprt.abstract > h1');
  if (title === '') return null;
  const abstract = findAll(page, '.rprt.abstract .abstr p').map(({ textContent }) => textContent ?? '');
  const doi = parseDoi(textOfFirst(page, '.rprt.abstract .cit')) ?? undefined;
  return {
    title,
    authors: findAll(page, '.rprt.abstract .auths a').map(({ textContent }) =>
      collapseSpace(textContent ?? ''),
    ),
    categories: [],
    ids: compact({ doi }),
    ...compact({ abstract: collapseSpace(abstract.join(' ')) || undefined }),
  };
}
