import { OPENALEX } from './openalex/about';
import { openalex } from './openalex/openalex';
import { SEMANTIC_SCHOLAR } from './semantic-scholar/about';
import { semanticScholar } from './semantic-scholar/semantic-scholar';
import type { Provider } from './types';

/**
 * What each provider says of itself, sorted by id. A new provider is its folder, its lines here and its
 * fixtures.
 *
 * Read it through `descriptions.ts`: pages then get no parser, as bundlers leave out what nobody uses.
 */
export const providerDescriptions = [OPENALEX, SEMANTIC_SCHOLAR] as const;

/** How each provider is asked and read, sorted by id: for the worker. */
export const providers: readonly Provider[] = [openalex, semanticScholar];

declare module '../model/paper/paper' {
  interface KnownIds {
    readonly provider: (typeof providerDescriptions)[number]['id'];
  }
}
