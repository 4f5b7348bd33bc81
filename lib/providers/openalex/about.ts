import type { ProviderDescription } from '../types';

export const OPENALEX = {
  id: 'openalex',
  name: 'OpenAlex',
  runBy: 'the non-profit OurResearch',
  brings: 'works on the same topics, from journals of every field too',
  sentId: 'the id of the paper on that page (its arXiv id, DOI or the like)',
  withoutKey: 'It gives a reader without a key fewer requests a day.',
  hosts: ['https://api.openalex.org/*'],
  minIntervalMs: 200, // Ten requests a second are allowed.
  licence: 'CC0 1.0',
} as const satisfies ProviderDescription<string>;
