import { exactly, site } from './urls/define-site';

/** The journals of the Public Library of Science. */
export const urls = site({
  id: 'plos',
  name: 'PLOS',
  hosts: [
    'journals.plos.org',
    'dx.plos.org',
    'www.plosone.org',
    'www.plosbiology.org',
    'www.plosmedicine.org',
    'www.ploscompbiol.org',
    'www.plosgenetics.org',
    'www.plospathogens.org',
    'www.plosntds.org',
  ],
  pages: ['/*article*', '/10.*'],
  anchors: { '#artTitle': '2026-11-26' },
  papers: () => [
    {
      example: 'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000001',
      path: exactly`/\w+/article(/(?<pdf>file)|/[a-z]+)?`,
      query: { id: exactly`(info:doi/)?(?<doi>10\.1371/journal\.\w+\.\d+)` },
    },
    {
      example: 'http://www.plosmedicine.org/article/info:doi/10.1371/journal.pmed.1001062',
      path: exactly`(/article/info:doi)?/(?<doi>10\.1371/journal\.\w+\.\d+)`,
    },
  ],
});
