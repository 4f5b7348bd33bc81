import { type Identifiable, identityKeys } from './paper/identity';
import type { PaperFacts } from './paper/paper';
import type { ReadingState } from './saved';

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
  readonly saved?: ReadingState;
}

/** What a service said about one paper. */
export interface MoreAnswer {
  readonly provider: ProviderId;
  /** Best first, as the service ranks them; never the paper itself. Empty when the service does not know it. */
  readonly items: readonly MorePaper[];
  /** Ms since epoch. */
  readonly askedAtMs: number;
}

/** What a service adds to a list of related papers, and what it shares with it. */
export interface MergedMore {
  /** Papers that the list has not, in the service's order. */
  readonly added: readonly MorePaper[];
  /** How many of the service's papers the list has already. */
  readonly shared: number;
}

/** Takes out of a service's papers those that a list has already, under any of their ids. */
export function mergeMore(items: readonly MorePaper[], listed: readonly Identifiable[]): MergedMore {
  const keys = new Set(listed.flatMap(identityKeys));
  const added = items.filter(({ facts }) => !identityKeys(facts).some((key) => keys.has(key)));
  return { added, shared: items.length - added.length };
}
