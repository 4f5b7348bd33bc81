import { exactly, site } from './urls/define-site';

/** Papers on https://www.semanticscholar.org */
export const urls = site({
  id: 'semanticscholar',
  name: 'Semantic Scholar',
  hosts: ['www.semanticscholar.org', 'api.semanticscholar.org'],
  pages: ['/*'],
  tab: /Semantic Scholar/,
  papers: () => [
    {
      example:
        'https://www.semanticscholar.org/paper/Small-Maps-Bellamy-Dorn/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
      path: exactly`/(paper(/.+)?|reader)/(?<s2>[\da-f]{40})(/figure/.+)?`,
    },
    {
      example: 'https://api.semanticscholar.org/CorpusID:13756489',
      path: exactly`(/p)?/(?<s2>corpusid:\d+)`,
    },
    {
      example: 'https://api.semanticscholar.org/arXiv:1706.03762',
      path: exactly`/arxiv:(?<arxiv>[^/]+)`,
    },
  ],
});
