import { exactly, site } from './urls/define-site';

const END = /(?:(?<pdf>\.pdf)|\/\w.*)?/;

/** The journals of https://www.nature.com */
export const urls = site({
  id: 'nature',
  name: 'Nature',
  hosts: ['www.nature.com'],
  pages: ['/articles/*', '/*/journal/*'],
  anchors: { '.c-article-title': '2026-11-26' },
  papers: () => [
    {
      example: 'https://www.nature.com/articles/s41586-021-03819-2',
      path: exactly`/articles/(?<id>s\d{5}-\d{3}-\d{5}-\w)${END}`,
      doi: ({ id }) => `10.1038/${id}`,
    },
    {
      example: 'https://www.nature.com/articles/nature14539.pdf',
      path: exactly`/articles/(?<id>(nature|ncomms|srep)\d{4,5})${END}`,
      doi: ({ id }) => `10.1038/${id}`,
    },
    {
      example: 'https://www.nature.com/articles/323533a0',
      path: exactly`/articles/(?<id>\d{6}[a-z]\d?)${END}`,
      doi: ({ id }) => `10.1038/${id}`,
    },
    {
      // Names of other journals' articles. `d41586-…` is news, `nature.2015.17202` too.
      example: 'https://www.nature.com/articles/onc2011282',
      path: exactly`/articles/(?!d\d{5}-|nature\.\d{4}\.)[a-z\d][\w.-]*?\d\w*${END}`,
    },
    {
      example: 'http://www.nature.com/nature/journal/v481/n7381/full/481237a.html',
      path: exactly`/\w+/journal/v\w+/n\w+/(abs|full|(?<pdf>pdf))/[\w.-]+\.(html|pdf)`,
    },
  ],
});
