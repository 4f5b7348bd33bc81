import { DOI, exactly, ISSN, PDF, site } from './urls/define-site';

const SECTION = /(?:\/abstract|\/comments|\/metrics|\/(?:figures|tables)\/\d+)?/;

/** The journals of BioMed Central and SpringerOpen. */
export const urls = site({
  id: 'bmc',
  name: 'BMC and SpringerOpen',
  hosts: ['*.biomedcentral.com', '*.springeropen.com'],
  pages: ['/articles/*', '/track/pdf/*', '/content/pdf/*', '/1*', '/2*'],
  anchors: { '.c-article-title': '2026-11-26' },
  papers: () => [
    {
      example: 'https://biotechnologyforbiofuels.biomedcentral.com/articles/10.1186/s13068-015-0395-8',
      path: exactly`/articles/${DOI}${SECTION}`,
    },
    {
      example: 'https://bmcbioinformatics.biomedcentral.com/track/pdf/10.1186/s12859-019-2855-9',
      path: exactly`/(?<pdf>track/pdf)/${DOI}${SECTION}`,
    },
    {
      example: 'http://www.biomedcentral.com/1471-2148/14/70/abstract',
      path: exactly`/(?<issn>${ISSN})/(?<volume>\d+)/(?<page>\w+)(/abstract|/comments)?`,
      doi: ({ issn, volume, page }) => `10.1186/${issn}-${volume}-${page}`,
    },
    {
      example: 'http://www.biomedcentral.com/content/pdf/1471-2148-14-70.pdf',
      path: exactly`/content/pdf/(?<id>${ISSN}-\d+-\w+)${PDF}`,
      doi: ({ id }) => `10.1186/${id}`,
    },
  ],
});
