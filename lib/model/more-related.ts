import type { PaperFacts } from './paper/paper';

/** Services that can be asked for related papers; ids are for ever: they name files, settings and answers. */
export const PROVIDER_IDS = ['openalex', 'semantic-scholar'] as const;

export type ProviderId = (typeof PROVIDER_IDS)[number];

/** A paper that such a service gave. */
export interface ProviderPaper {
  readonly facts: PaperFacts;
  /** Its page at the service. */
  readonly link: string;
  readonly citations?: number;
}

/** Such a paper as a list shows it. */
export interface MorePaper extends ProviderPaper {
  /** The feed has it too, and its facts are those of both. */
  readonly isInFeed: boolean;
}

/** What a service said about one paper. */
export interface MoreAnswer {
  readonly provider: ProviderId;
  /** Best first, as the service ranks them; never the paper itself. Empty when the service does not know it. */
  readonly items: readonly MorePaper[];
  /** Ms since epoch. */
  readonly askedAtMs: number;
}
