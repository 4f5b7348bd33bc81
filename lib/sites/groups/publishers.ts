import { DOI, exactly, site } from '../urls/define-site';
import { SECTION, atypon, highwire, silverchair } from './platforms';
import type { Site } from '../types';

/** Elsevier's number of an article: `S0092-8674(11)00581-2`. */
const PII = /S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX]/;

/** Journals and books of commercial and university publishers. Sorted by id. */
export const publishers: readonly Site[] = [
  site({
    id: 'annualreviews',
    name: 'Annual Reviews',
    hosts: ['www.annualreviews.org'],
    pages: ['/doi/*', '/content/*'],
    papers: () => [
      ...atypon('https://www.annualreviews.org/doi/10.1146/annurev-physchem-040513-103712'),
      {
        example: 'https://www.annualreviews.org/content/journals/10.1146/annurev-statistics-040722-061335',
        path: exactly`/content/journals/${DOI}`,
      },
    ],
  }),
  site({
    id: 'bmj',
    name: 'BMJ',
    hosts: ['*.bmj.com'],
    pages: ['/content/*'],
    papers: () => [
      {
        example: 'https://www.bmj.com/content/350/bmj.h696',
        path: exactly`/content/(bmj/)?\d+/(\d+/)?(?<id>bmj[.-][\w-]+)${SECTION}`,
        doi: ({ id }) => `10.1136/${id}`,
      },
      ...highwire('http://bjo.bmj.com/content/98/3/377.abstract'),
    ],
  }),
  site({
    id: 'cambridge',
    name: 'Cambridge Core',
    hosts: ['www.cambridge.org'],
    pages: ['/core/*'],
    papers: () => [
      {
        example:
          'https://www.cambridge.org/core/journals/american-political-science-review/article/small-maps/0123456789ABCDEF0123456789ABCDEF',
        path: exactly`/core/journals/[\w-]+/article/(abs/)?[^/]+/[\da-f]{32}(/core-reader)?`,
      },
      {
        // A chapter; a whole book has one part less.
        example:
          'https://www.cambridge.org/core/books/abs/a-book/small-maps/0123456789ABCDEF0123456789ABCDEF',
        path: exactly`/core/books/(abs/)?(?!abs/)[^/]+/(abs/)?[^/]+/[\da-f]{32}(/core-reader)?`,
      },
      {
        example:
          'https://www.cambridge.org/core/services/aop-cambridge-core/content/view/0123456789ABCDEF0123456789ABCDEF/S0021875810001738a.pdf/small_maps.pdf',
        path: exactly`/core/services/aop-cambridge-core/content/view/(?<pdf>.+)`,
      },
    ],
  }),
  site({
    id: 'cell',
    name: 'Cell Press and The Lancet',
    hosts: ['www.cell.com', 'www.thelancet.com'],
    pages: ['/*/S*', '/*/PII*', '/action/showPdf*'],
    papers: () => [
      {
        example: 'https://www.cell.com/cell/fulltext/S0092-8674(11)00581-2',
        path: exactly`(/[\w-]+)*/(abstract|fulltext|article|(?<pdf>pdf\w*))/(PII)?${PII}(\.pdf|/\w+)?`,
      },
      {
        example: 'https://www.cell.com/action/showPdf?pii=S2666-3864%2822%2900123-4',
        path: exactly`/action/(?<pdf>showPdf)`,
        query: { pii: exactly`.+` },
      },
      {
        example: 'https://www.thelancet.com/pdfs/journals/lancet/PIIS0140-6736(20)30183-5.pdf',
        path: exactly`/(?<pdf>pdfs)/journals/\w+/PII${PII}\.pdf`,
      },
    ],
  }),
  site({
    id: 'oup',
    name: 'Oxford Academic',
    hosts: ['academic.oup.com'],
    pages: ['/*/article*', '/*/advance-article*', '/*/chapter*'],
    papers: () => [
      ...silverchair(
        'https://academic.oup.com/bib/advance-article/doi/10.1093/bib/bbac123/6563414',
        'https://academic.oup.com/isq/article/64/2/419/5808900',
      ),
      {
        example: 'https://academic.oup.com/edited-volume/28330/chapter-abstract/215078454',
        path: exactly`/[\w-]+/\d+/chapter(-abstract)?/\d+`,
      },
    ],
  }),
  site({
    id: 'sage',
    name: 'SAGE',
    hosts: ['journals.sagepub.com', 'sk.sagepub.com'],
    pages: ['/doi/*', '/*.xml'],
    papers: () => [
      ...atypon('https://journals.sagepub.com/doi/10.1177/0263276404046059'),
      {
        example: 'http://sk.sagepub.com/books/coaching-educational-leadership/n11.xml',
        path: exactly`/\w+/[\w-]+/n\d+\.xml`,
      },
    ],
  }),
  site({
    id: 'tandf',
    name: 'Taylor & Francis',
    hosts: ['www.tandfonline.com'],
    pages: ['/doi/*'],
    papers: () => [...atypon('https://www.tandfonline.com/doi/full/10.1080/00268976.2013.788745')],
  }),
  site({
    id: 'wiley',
    name: 'Wiley',
    hosts: ['*.onlinelibrary.wiley.com'],
    pages: ['/doi/*'],
    papers: () => [...atypon('https://onlinelibrary.wiley.com/doi/10.1002/adma.202000001')],
  }),
];
