import type { PaperMeta } from '../model/paper/page';
import { ar5iv } from './ar5iv';
import { arxiv } from './arxiv';
import { readDblp } from './dblp';
import { huggingface } from './huggingface';
import { readIeee } from './ieee';
import { readMeta } from './meta';
import { readPubmed } from './pubmed';
import { readScienceDirect } from './sciencedirect';
import { readCvf } from './shared/cvf';
import { readWithTab } from './shared/tab-title';
import type { Site } from './types';

/** Sites whose pages the common tags do not describe, or not always; sorted by id. */
const READERS: Readonly<Partial<Record<string, Site['extract']>>> = {
  ads: readWithTab(),
  alphaxiv: readWithTab(),
  ar5iv: (page) => ar5iv.extract(page),
  arxiv: (page) => arxiv.extract(page),
  cvf: readCvf,
  dblp: readDblp,
  ecva: readCvf,
  huggingface: (page) => huggingface.extract(page),
  ieee: readWithTab(readIeee),
  inspire: readWithTab(),
  jstor: readWithTab(),
  openalex: readWithTab(),
  openreview: readWithTab(),
  pubmed: readPubmed,
  sciencedirect: readScienceDirect,
  semanticscholar: readWithTab(),
};

/** True when a site's pages are read in a way of their own. */
export function hasOwnReader(site: string): boolean {
  return Object.hasOwn(READERS, site);
}

/**
 * What a page says about its paper, as its site's pages are read; null when it names none, or not yet.
 *
 * Stands apart from the table of URLs: scripts on pages need the one, the worker knows the other.
 */
export function readPage(site: string, page: Document): PaperMeta | null {
  const read = hasOwnReader(site) ? READERS[site] : undefined;
  return (read ?? readMeta)(page);
}
