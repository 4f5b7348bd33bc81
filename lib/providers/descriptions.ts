import type { ProviderId } from '../model/more-related';
import { providerDescriptions } from './index';
import type { ProviderDescription } from './types';

export type { ProviderDescription } from './types';

/** Every provider as the interface, the settings and the manifest know it. */
export const PROVIDERS: readonly ProviderDescription[] = providerDescriptions;

/** Ids to parse outside data against. */
export const PROVIDER_IDS: readonly ProviderId[] = PROVIDERS.map(({ id }) => id);
