import { DOI, exactly, ISSN, LONG_DOI, site } from '../urls/define-site';
import { atypon, highwire, silverchair } from './platforms';
import type { Site } from '../types';

/** Ends the DOI of an article since 2010: `d2dd00066k`. */
const RSC_ID = /[a-d]\d[a-z]{2}\d{5}[a-z]/;

/** Journals of learned societies and academies. Sorted by id. */
export const societies: readonly Site[] = [
  site({
    id: 'acm',
    name: 'ACM Digital Library',
    hosts: ['dl.acm.org'],
    pages: ['/doi/*', '/citation.cfm*'],
    papers: () => [
      ...atypon('https://dl.acm.org/doi/10.1145/1596655.1596682'),
      {
        example: 'http://dl.acm.org/citation.cfm?id=1596655.1596682&coll=DL',
        path: exactly`/citation\.cfm`,
        query: { id: exactly`\d+\.\d+` },
      },
    ],
  }),
  site({
    id: 'acs',
    name: 'ACS Publications',
    hosts: ['pubs.acs.org'],
    pages: ['/doi/*', '/action/showCitFormats*'],
    papers: () => [
      ...atypon('https://pubs.acs.org/doi/10.1021/es103607c'),
      {
        example: 'https://pubs.acs.org/action/showCitFormats?doi=10.1021%2Facscentsci.3c00243',
        path: exactly`/action/showCitFormats`,
        query: { doi: exactly`${DOI}` },
      },
    ],
  }),
  site({
    id: 'aip',
    name: 'AIP Publishing',
    hosts: ['pubs.aip.org', 'aip.scitation.org', 'scitation.aip.org'],
    pages: ['/doi/*', '/content/*', '/*/article*'],
    papers: () => [
      ...atypon('https://aip.scitation.org/doi/10.1063/1.4818002'),
      {
        example: 'http://scitation.aip.org/content/aip/journal/aplmater/1/2/10.1063/1.4818002',
        path: exactly`/content/.+/${DOI}`,
      },
      ...silverchair(
        'https://pubs.aip.org/aip/apl/article-pdf/doi/10.1063/5.0093333/16448820/012102_1_online.pdf',
        'https://pubs.aip.org/aip/jcp/article-abstract/155/8/084801/200566/A-map',
      ),
    ],
  }),
  site({
    id: 'aps',
    name: 'APS Physical Review',
    hosts: ['journals.aps.org', 'link.aps.org'],
    pages: ['/*/10.1103/*'],
    papers: () => [
      {
        example: 'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.122.145901',
        path: exactly`(/\w+)?/(abstract|cited-by|supplemental|references|article|doi|(?<pdf>pdf))/${DOI}`,
      },
    ],
  }),
  site({
    id: 'iop',
    name: 'IOPscience',
    hosts: ['iopscience.iop.org'],
    pages: ['/article/*', '/0*', '/1*', '/2*'],
    papers: () => [
      {
        example: 'https://iopscience.iop.org/article/10.1088/0022-3727/34/10/311/meta',
        path: exactly`/article/${LONG_DOI}(/meta|/ampdf|/epub|(?<pdf>/pdf))?`,
      },
      {
        example: 'https://iopscience.iop.org/0953-8984/28/22/224009/pdf',
        path: exactly`/${ISSN}/\w+/\w+/\w+(/article|/fulltext|(?<pdf>/pdf.*))?`,
      },
    ],
  }),
  site({
    id: 'optica',
    name: 'Optica',
    hosts: ['opg.optica.org', 'www.osapublishing.org'],
    pages: ['/*.cfm*'],
    papers: () => [
      {
        example: 'https://opg.optica.org/ao/fulltext.cfm?uri=ao-31-26-5706&id=60063',
        path: exactly`(/\w+)?/(abstract|fulltext|(?<pdf>viewmedia))\.cfm`,
        query: { uri: exactly`\w[\w-]+` },
      },
    ],
  }),
  site({
    id: 'pnas',
    name: 'PNAS',
    hosts: ['www.pnas.org', 'pnas.org'],
    pages: ['/doi/*', '/content/*'],
    papers: () => [
      ...atypon('https://www.pnas.org/doi/10.1073/pnas.2117831119'),
      ...highwire('https://www.pnas.org/content/108/52/20881.full'),
    ],
  }),
  site({
    id: 'royalsociety',
    name: 'Royal Society',
    hosts: ['*.royalsocietypublishing.org'],
    pages: ['/doi/*', '/content/*', '/*/article*'],
    papers: () => [
      ...atypon('https://royalsocietypublishing.org/doi/10.1098/rsos.160123'),
      ...highwire('http://rsos.royalsocietypublishing.org/content/3/6/160123'),
      ...silverchair(
        'https://royalsocietypublishing.org/rspb/article-lookup/doi/10.1098/rspb.2021.0123',
        'https://royalsocietypublishing.org/rspb/article/288/1955/20210123/79123/Small-maps',
      ),
    ],
  }),
  site({
    id: 'rsc',
    name: 'Royal Society of Chemistry',
    hosts: ['pubs.rsc.org'],
    pages: ['/*content/article*'],
    papers: () => [
      {
        example: 'https://pubs.rsc.org/en/content/articlelanding/2022/dd/d2dd00066k',
        path: exactly`(/\w\w)?/content/article(landing|html|(?<pdf>pdf))/\d{4}/\w+/(?<id>${RSC_ID})`,
        doi: ({ id }) => `10.1039/${id}`,
      },
      {
        example: 'https://pubs.rsc.org/en/content/articlelanding/1998/cc/a804461i',
        path: exactly`(/\w\w)?/content/article(landing|html|(?<pdf>pdf))/\d{4}/\w+/\w+`,
      },
    ],
  }),
  site({
    id: 'science',
    name: 'Science',
    hosts: ['www.science.org', 'science.org', '*.sciencemag.org'],
    pages: ['/doi/*', '/content/*'],
    papers: () => [
      ...atypon('https://www.science.org/doi/10.1126/science.1232769'),
      ...highwire('https://science.sciencemag.org/content/340/6131/483'),
    ],
  }),
  site({
    id: 'siam',
    name: 'SIAM',
    hosts: ['epubs.siam.org'],
    pages: ['/doi/*'],
    papers: () => [...atypon('https://epubs.siam.org/doi/10.1137/16M1080173')],
  }),
];
