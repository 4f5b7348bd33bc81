import { exactly, LONG_DOI, site } from './urls/define-site';

/** The DOI of a book is its ISBN; a chapter's has `_1` behind it. */
const NO_BOOK = /(?!10\.\d+\/97[89](?:-\d+)+(?:\.pdf)?$)/;
const SECTION = /(?:\/abstract|\/fulltext\.html|\/metrics|\/(?:figures|tables)\/\d+)?/;

/** Articles and chapters on https://link.springer.com */
export const urls = site({
  id: 'springer',
  name: 'Springer',
  hosts: ['link.springer.com'],
  pages: ['/article/*', '/chapter/*', '/protocol/*', '/referenceworkentry/*', '/content/pdf/*'],
  anchors: { '.c-article-title': '2026-11-26' },
  papers: () => [
    {
      example: 'https://link.springer.com/article/10.1007/s10924-010-0192-1',
      path: exactly`/(article|chapter|protocol|referenceworkentry)/${NO_BOOK}${LONG_DOI}${SECTION}`,
    },
    {
      example: 'https://link.springer.com/content/pdf/10.1007/s10924-010-0192-1.pdf',
      path: exactly`/content/(?<pdf>pdf)/${NO_BOOK}${LONG_DOI}${SECTION}`,
    },
  ],
});
