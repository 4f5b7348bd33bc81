import { exactly, site } from './urls/define-site';

/** Submissions with their reviews: https://openreview.net */
export const urls = site({
  id: 'openreview',
  name: 'OpenReview',
  hosts: ['openreview.net'],
  pages: ['/*'],
  tab: /OpenReview/,
  papers: () => [
    {
      example: 'https://openreview.net/forum?id=5spDgWmpY6x',
      path: exactly`/forum(/.+)?`,
      query: { id: exactly`(?<openreview>[\w-]+)` },
    },
    {
      example: 'https://openreview.net/pdf?id=5spDgWmpY6x',
      path: exactly`/(?<pdf>pdf|attachment|references/pdf)`,
      query: { id: exactly`(?<openreview>[\w-]+)` },
    },
    {
      example: 'https://openreview.net/forum?arxivid=2401.01234',
      path: exactly`/forum`,
      query: { arxivid: exactly`(?<arxiv>.+)` },
    },
    {
      example: 'https://openreview.net/pdf/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567.pdf',
      path: exactly`/(?<pdf>pdf)/(?<record>[\da-f]{40})\.pdf`,
    },
  ],
});
