import { exactly, LONG_DOI, site } from '../urls/define-site';
import type { Site } from '../types';

/** Resolvers and repositories that serve every publisher. Sorted by id. */
export const repositories: readonly Site[] = [
  site({
    id: 'doi',
    name: 'doi.org',
    hosts: ['doi.org', 'dx.doi.org', 'www.doi.org'],
    pages: ['/10.*'],
    papers: () => [
      {
        example: 'https://doi.org/10.1000/182',
        path: exactly`/${LONG_DOI}`,
      },
    ],
  }),
  site({
    id: 'europepmc',
    name: 'Europe PMC',
    hosts: ['europepmc.org', 'www.europepmc.org'],
    pages: ['/article*', '/abstract/*'],
    papers: () => [
      {
        example: 'https://europepmc.org/article/MED/22188593',
        path: exactly`/(article|abstract)/med/(?<pmid>\d+)`,
      },
      {
        example: 'https://europepmc.org/article/pmc/pmc3198533',
        path: exactly`/(article/pmc|abstract/pmc|(?<html>articles))/(?<pmcid>PMC\d+)(/.*)?`,
      },
      {
        example: 'https://europepmc.org/article/PPR/PPR358366',
        path: exactly`/(article|abstract)/(agr|cba|ctx|eth|ppr)/\w+`,
      },
    ],
  }),
  site({
    id: 'zenodo',
    name: 'Zenodo',
    hosts: ['zenodo.org'],
    pages: ['/record*'],
    papers: () => [
      {
        example: 'https://zenodo.org/records/569323',
        path: exactly`/records?/\d+`,
        isUnsure: true,
      },
    ],
  }),
];
