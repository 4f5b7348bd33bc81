import { urls as aclanthology } from './aclanthology';
import { urls as ads } from './ads';
import { urls as alphaxiv } from './alphaxiv';
import { read as readAr5iv, urls as ar5iv } from './ar5iv';
import { read as readArxiv, urls as arxiv } from './arxiv';
import { urls as bmc } from './bmc';
import { read as readCvf, urls as cvf } from './cvf';
import { read as readDblp, urls as dblp } from './dblp';
import { urls as ecva } from './ecva';
import { read as readHuggingface, urls as huggingface } from './huggingface';
import { read as readIeee, urls as ieee } from './ieee';
import { urls as inspire } from './inspire';
import { urls as jstor } from './jstor';
import { urls as nature } from './nature';
import { urls as openalex } from './openalex';
import { urls as openreview } from './openreview';
import { urls as plos } from './plos';
import { urls as pmc } from './pmc';
import { urls as pmlr } from './pmlr';
import { read as readPubmed, urls as pubmed } from './pubmed';
import { read as readSciencedirect, urls as sciencedirect } from './sciencedirect';
import { urls as semanticscholar } from './semanticscholar';
import { urls as springer } from './springer';
import { openAccess } from './groups/open-access';
import { preprints } from './groups/preprints';
import { proceedings } from './groups/proceedings';
import { publishers } from './groups/publishers';
import { repositories } from './groups/repositories';
import { societies } from './groups/societies';
import type { PageReader, Site } from './types';

/**
 * The sites that every reader grants, sorted by id.
 *
 * Scripts on pages know these by themselves, so that slots are reserved before the page is drawn. About other
 * sites they ask the worker, which has the whole table.
 */
export const requiredSites: readonly Site[] = [ar5iv, arxiv, huggingface];

/** Every supported site, sorted by id. */
export const sites: readonly Site[] = sortedById(
  [
    aclanthology,
    ads,
    alphaxiv,
    ar5iv,
    arxiv,
    bmc,
    cvf,
    dblp,
    ecva,
    huggingface,
    ieee,
    inspire,
    jstor,
    nature,
    openalex,
    openreview,
    plos,
    pmc,
    pmlr,
    pubmed,
    sciencedirect,
    semanticscholar,
    springer,
  ],
  [openAccess, preprints, proceedings, publishers, repositories, societies],
);

/** Readers of pages that the common tags do not describe, or not always; by the site's id, sorted. */
export const READERS: Readonly<Partial<Record<string, PageReader>>> = {
  ar5iv: readAr5iv,
  arxiv: readArxiv,
  cvf: readCvf,
  dblp: readDblp,
  ecva: readCvf,
  huggingface: readHuggingface,
  ieee: readIeee,
  pubmed: readPubmed,
  sciencedirect: readSciencedirect,
};

/** Match patterns of all sites of one kind: `required` ones stand in the manifest. */
export function matchesOf(access: Site['access']): readonly string[] {
  return sites.filter((site) => site.access === access).flatMap(({ matches }) => matches);
}

/* @__NO_SIDE_EFFECTS__ */
function sortedById(own: readonly Site[], groups: readonly (readonly Site[])[]): readonly Site[] {
  return [...own, ...groups.flat()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
