import { compact } from '../model/compact';
import { parseDoi } from '../model/paper/doi';
import type { PaperMeta } from '../model/paper/page';
import { parsePmid } from '../model/paper/site-ids';
import { readMeta } from './meta';
import { findAll, findFirst, textOfFirst } from './shared/find';
import { collapseSpace } from '../text/plain';

/** Reads a page of PubMed: by the common tags since 2020, by its layout before. */
export function readPubmed(page: Document): PaperMeta | null {
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
