import { exactly, site } from './urls/define-site';

/** The literature of high-energy physics: https://inspirehep.net */
export const urls = site({
  id: 'inspire',
  name: 'INSPIRE',
  hosts: ['inspirehep.net'],
  pages: ['/*'],
  tab: /INSPIRE/,
  papers: () => [
    {
      example: 'https://inspirehep.net/literature/1284987',
      path: exactly`/(literature|record)/(?<record>\d+)`,
    },
    {
      example: 'https://inspirehep.net/files/d49a276d7d2370cce978dd900d94ab84',
      path: exactly`/(?<pdf>files)/(?<record>[\da-f]{32})`,
    },
  ],
});
