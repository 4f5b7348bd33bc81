import { exactly, site } from './urls/define-site';

/** The full texts of PubMed Central. */
export const urls = site({
  id: 'pmc',
  name: 'PubMed Central',
  hosts: ['pmc.ncbi.nlm.nih.gov', 'www.ncbi.nlm.nih.gov'],
  pages: ['/articles/*', '/pmc/articles/*'],
  anchors: { '.front-matter hgroup': '2026-11-26' },
  papers: () => [
    {
      example: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/',
      path: exactly`(/pmc)?/(?<html>articles)/(?<pmcid>PMC\d+)`,
    },
    {
      example: 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/pdf/gks1193.pdf',
      path: exactly`(/pmc)?/articles/(?<pmcid>PMC\d+)/(?<pdf>pdf)(/[^/]+)?`,
    },
  ],
});
