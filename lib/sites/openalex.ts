import { exactly, site } from './urls/define-site';

/** The works of https://openalex.org */
export const urls = site({
  id: 'openalex',
  name: 'OpenAlex',
  hosts: ['openalex.org'],
  pages: ['/*'],
  tab: /OpenAlex/,
  papers: () => [
    {
      example: 'https://openalex.org/works/w2029394297',
      path: exactly`(/works)?/(?<record>w\d+)`,
    },
  ],
});
