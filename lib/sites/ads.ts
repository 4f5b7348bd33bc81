import { exactly, site } from './urls/define-site';

/** NASA's Astrophysics Data System: https://ui.adsabs.harvard.edu */
export const urls = site({
  id: 'ads',
  name: 'NASA ADS',
  hosts: ['ui.adsabs.harvard.edu'],
  pages: ['/*'],
  tab: /(?:NASA\/)?ADS/,
  papers: () => [
    {
      example: 'https://ui.adsabs.harvard.edu/abs/arXiv:1706.03762/abstract',
      path: exactly`/abs/arxiv:(?<arxiv>[^/]+)(/\w+)?`,
    },
    {
      example: 'https://ui.adsabs.harvard.edu/abs/2022MSSP..16208010Y/abstract',
      path: exactly`/abs/(?<record>\d{4}[^/]{15})(/\w+)?`,
    },
  ],
});
