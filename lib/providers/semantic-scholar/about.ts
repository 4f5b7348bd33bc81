import type { ProviderDescription } from '../types';

export const SEMANTIC_SCHOLAR = {
  id: 'semantic-scholar',
  name: 'Semantic Scholar',
  runBy: 'the Allen Institute for AI',
  brings: 'recommendations among hundreds of millions of papers, all of arXiv’s included',
  sentId: 'the id of the paper on that page (its arXiv id, DOI or the like)',
  withoutKey: 'Readers without a key share one quota, which is often used up.',
  hosts: ['https://api.semanticscholar.org/*'],
  minIntervalMs: 1_100, // One request a second is what a key allows.
  licence: 'Semantic Scholar API licence; shown, not passed on',
} as const satisfies ProviderDescription<string>;
