import { exactly, PDF, site } from '../urls/define-site';
import { atypon, rxiv } from './platforms';
import type { Site } from '../types';

/** Servers of preprints and working papers. Sorted by id. */
export const preprints: readonly Site[] = [
  site({
    id: 'arxiv-mirrors',
    name: 'arXiv mirrors',
    hosts: ['www.arxiv-vanity.com', 'ar5iv.org', 'scirate.com', 'xxx.lanl.gov'],
    pages: ['/papers/*', '/html/*', '/arxiv/*', '/abs/*', '/pdf/*'],
    papers: () => [
      {
        example: 'https://www.arxiv-vanity.com/papers/1706.03762/',
        path: exactly`/(papers|(?<html>html)|arxiv|abs|(?<pdf>pdf))/(?<arxiv>.+?)(\.pdf)?`,
      },
    ],
  }),
  site({
    id: 'biorxiv',
    name: 'bioRxiv',
    hosts: ['www.biorxiv.org', 'biorxiv.org'],
    pages: ['/content/*'],
    papers: () => [
      ...rxiv(
        'https://www.biorxiv.org/content/10.1101/2021.11.08.467690v2.full.pdf',
        'https://www.biorxiv.org/content/early/2018/03/04/275040',
      ),
    ],
  }),
  site({
    id: 'chemrxiv',
    name: 'ChemRxiv',
    hosts: ['chemrxiv.org'],
    pages: ['/engage/*', '/doi/*'],
    papers: () => [
      {
        example: 'https://chemrxiv.org/engage/chemrxiv/article-details/60c73e9f702a9b2a0c18a2b1',
        path: exactly`/engage/(chemrxiv/)?article-details/[\da-f]+`,
      },
      ...atypon('https://chemrxiv.org/doi/full/10.26434/chemrxiv-2021-abcde'),
    ],
  }),
  site({
    id: 'hal',
    name: 'HAL',
    hosts: ['*.hal.science', '*.archives-ouvertes.fr', 'hal.inria.fr'],
    pages: ['/*-0*'],
    papers: () => [
      {
        example: 'https://hal.science/hal-00328427',
        path: exactly`/[a-z]+\d?-\d{8}(v\d+)?(?<pdf>/document|/file/.+)?(/\w\w)?`,
      },
    ],
  }),
  site({
    id: 'iacr',
    name: 'IACR ePrint',
    hosts: ['eprint.iacr.org'],
    pages: ['/*/*'],
    papers: () => [
      {
        example: 'https://eprint.iacr.org/2011/566',
        path: exactly`/\d{4}/\d{3,4}${PDF}?`,
      },
    ],
  }),
  site({
    id: 'medrxiv',
    name: 'medRxiv',
    hosts: ['www.medrxiv.org', 'medrxiv.org'],
    pages: ['/content/*'],
    papers: () => [
      ...rxiv(
        'https://www.medrxiv.org/content/10.1101/2021.11.08.467690v2',
        'https://www.medrxiv.org/content/early/2020/03/12/2020.03.10.20033761',
      ),
    ],
  }),
  site({
    id: 'nber',
    name: 'NBER',
    hosts: ['www.nber.org', 'papers.nber.org'],
    pages: ['/papers/*', '/system/files/*'],
    papers: () => [
      {
        example: 'https://www.nber.org/papers/w33843',
        path: exactly`/(papers|system/files/working_papers/\w+)/(?<id>[hrtw]\d+)${PDF}?`,
        doi: ({ id }) => `10.3386/${id}`,
      },
    ],
  }),
  site({
    id: 'osf',
    name: 'OSF Preprints',
    hosts: ['osf.io'],
    pages: ['/preprints/*'],
    papers: () => [
      {
        example: 'https://osf.io/preprints/psyarxiv/7eb4g',
        path: exactly`/preprints/(\w+/)?[\da-z]{5}(_v\d+)?`,
      },
    ],
  }),
  site({
    id: 'researchsquare',
    name: 'Research Square',
    hosts: ['www.researchsquare.com'],
    pages: ['/article/*'],
    papers: () => [
      {
        example: 'https://www.researchsquare.com/article/rs-631949/v1',
        path: exactly`/article/rs-(?<id>\d+)/(?<v>v\d+)${PDF}?`,
        doi: ({ id, v }) => `10.21203/rs.3.rs-${id}/${v}`,
      },
      {
        example: 'https://www.researchsquare.com/article/rs-631949',
        path: exactly`/article/rs-\d+`,
      },
    ],
  }),
  site({
    id: 'ssrn',
    name: 'SSRN',
    hosts: ['papers.ssrn.com', 'ssrn.com', 'www.ssrn.com'],
    pages: ['/sol3/*', '/abstract*'],
    papers: () => [
      {
        example: 'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=1234567',
        path: exactly`/sol3/papers\.cfm`,
        query: { abstract_id: exactly`(?<id>\d+)` },
        doi: ({ id }) => `10.2139/ssrn.${id}`,
      },
      {
        example:
          'https://papers.ssrn.com/sol3/Delivery.cfm/SSRN_ID1234567_code1.pdf?abstractid=1234567&mirid=1',
        path: exactly`/sol3/(papers|(?<pdf>delivery))\.cfm(/.*)?`,
        query: { abstractid: exactly`(?<id>\d+)` },
        doi: ({ id }) => `10.2139/ssrn.${id}`,
      },
      {
        example: 'https://ssrn.com/abstract=1234567',
        path: exactly`(/sol3)?/abstract=(?<id>\d+)`,
        doi: ({ id }) => `10.2139/ssrn.${id}`,
      },
    ],
  }),
];
