import { exactly, site } from './urls/define-site';

/** The second part of a DOI: `ajs.113.6`; `j.ctt19jcg63` is a book, `j.ctt19jcg63.12` a chapter of it. */
const OF_ARTICLE = /(?!j\.ctt)[^/]*\.\d[^/]*?/;
const CHAPTER = /j\.\w+\.\d+/;

/** Digitised journals: https://www.jstor.org */
export const urls = site({
  id: 'jstor',
  name: 'JSTOR',
  hosts: ['www.jstor.org'],
  pages: ['/stable/*', '/discover/*'],
  tab: /JSTOR/,
  papers: () => [
    {
      example: 'https://www.jstor.org/stable/1953360',
      path: exactly`/(stable|discover)/(?<pdf>pdf/)?(?<id>\d{4,})(\.pdf)?`,
      doi: ({ id }) => `10.2307/${id}`,
    },
    {
      example: 'http://www.jstor.org/discover/10.2307/1953360',
      path: exactly`/(stable|discover)/(?<pdf>pdf/)?(?<doi>10\.\d{4,9}/(\d+|${OF_ARTICLE}|${CHAPTER}))(\.pdf)?`,
    },
    {
      example: 'https://www.jstor.org/stable/j.ctt19jcg63.12',
      path: exactly`/(stable|discover)/(?<pdf>pdf/)?${CHAPTER}(\.pdf)?`,
    },
  ],
});
