import { DOI, exactly, ISSN, PDF, site } from '../urls/define-site';
import type { Site } from '../types';

/** Publishers whose journals are all open. Sorted by id. */
export const openAccess: readonly Site[] = [
  site({
    id: 'copernicus',
    name: 'Copernicus',
    hosts: ['*.copernicus.org'],
    pages: ['/articles/*', '/preprints/*'],
    papers: () => [
      {
        example: 'https://acp.copernicus.org/articles/15/1013/2015/acp-15-1013-2015.html',
        path: exactly`/articles/\d+/\w+/\d{4}/(?<id>[a-z]+(-\d+){3})(-print)?(\.html|${PDF})?`,
        doi: ({ id }) => `10.5194/${id}`,
      },
      {
        example: 'https://acp.copernicus.org/articles/15/1013/2015/',
        path: exactly`/articles/\d+/\w+/\d{4}`,
      },
    ],
  }),
  site({
    id: 'elife',
    name: 'eLife',
    hosts: ['elifesciences.org', 'elife.elifesciences.org'],
    pages: ['/articles/*', '/reviewed-preprints/*', '/content/*'],
    papers: () => [
      {
        example: 'https://elifesciences.org/articles/54967',
        path: exactly`/(articles|reviewed-preprints|content/\d+)/e?(?<id>\d{5,6})(v\d+)?(\.[a-z.]+|/[a-z-]+)?`,
        doi: ({ id }) => `10.7554/elife.${id}`,
      },
    ],
  }),
  site({
    id: 'f1000',
    name: 'F1000Research',
    hosts: ['f1000research.com', 'wellcomeopenresearch.org', 'gatesopenresearch.org'],
    pages: ['/articles/*'],
    papers: () => [
      {
        example: 'https://f1000research.com/articles/3-190',
        path: exactly`/articles/\d+-\d+(/v\d+)?(?<pdf>/pdf)?`,
      },
    ],
  }),
  site({
    id: 'frontiers',
    name: 'Frontiers',
    hosts: ['www.frontiersin.org', 'journal.frontiersin.org'],
    pages: ['/*/10.3389/*'],
    papers: () => [
      {
        example: 'https://www.frontiersin.org/articles/10.3389/fpace.2022.892330/full',
        path: exactly`(/journals/[\w-]+)?/(articles?|journal)/${DOI}(/full|/abstract|(?<pdf>/pdf))?`,
      },
    ],
  }),
  site({
    id: 'hindawi',
    name: 'Hindawi',
    hosts: ['www.hindawi.com', 'downloads.hindawi.com'],
    pages: ['/journals/*'],
    papers: () => [
      {
        example: 'https://www.hindawi.com/journals/ecam/2013/429706/',
        path: exactly`/journals/\w+/(?<year>\d{4})/(?<id>\d{4,8})(/abs|/ref|${PDF})?`,
        doi: ({ year, id }) => `10.1155/${year}/${id}`,
      },
    ],
  }),
  site({
    id: 'mdpi',
    name: 'MDPI',
    hosts: ['www.mdpi.com'],
    pages: ['/*/*/*/*'],
    papers: () => [
      {
        example: 'https://www.mdpi.com/1420-3049/23/10/2454',
        path: exactly`/${ISSN}/\d+/\w+/\d+(/html?|/xml|(?<pdf>/pdf)(-vor)?)?`,
      },
    ],
  }),
  site({
    id: 'peerj',
    name: 'PeerJ',
    hosts: ['peerj.com'],
    pages: ['/articles/*', '/preprints/*'],
    papers: () => [
      {
        example: 'https://peerj.com/articles/4375/',
        path: exactly`/articles/(?<id>\d+)${PDF}?`,
        doi: ({ id }) => `10.7717/peerj.${id}`,
      },
      {
        example: 'https://peerj.com/articles/cs-214/',
        path: exactly`/articles/(?<journal>[a-z]+)-(?<id>\d+)${PDF}?`,
        doi: ({ journal, id }) => `10.7717/peerj-${journal}.${id}`,
      },
      {
        example: 'https://peerj.com/preprints/27885v1',
        path: exactly`/preprints/(?<id>\d+)(v\d+)?${PDF}?`,
        doi: ({ id }) => `10.7287/peerj.preprints.${id}`,
      },
    ],
  }),
];
