import { type Identifiable, identityKeys } from './paper/identity';
import type { KnownIds, PaperFacts } from './paper/paper';

/** A service that can be asked for related papers. Ids never change: they name files, settings and answers. */
export type ProviderId = KnownIds['provider'];

/** A paper that such a service returned. */
export interface ProviderPaper {
  readonly facts: PaperFacts;
  /** Its page at the service. */
  readonly link: string;
  readonly citations?: number;
}

/** Such a paper as a list shows it. */
export interface MorePaper extends ProviderPaper {
  /** The feed has it too: its facts come from both. */
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

/** What a service adds to a list of related papers, and how much they share. */
export interface MergedMore {
  /** Papers that the list lacks, in the service's order. */
  readonly added: readonly MorePaper[];
  /** How many of the service's papers the list has already. */
  readonly shared: number;
}

/** Removes the papers that a list already has, under any of their ids, from a service's papers. */
export function mergeMore(items: readonly MorePaper[], listed: readonly Identifiable[]): MergedMore {
  const keys = new Set(listed.flatMap(identityKeys));
  const added = items.filter(({ facts }) => !identityKeys(facts).some((key) => keys.has(key)));
  return { added, shared: items.length - added.length };
}
