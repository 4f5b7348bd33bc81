import { identityKeys, type Identifiable } from './paper/identity';
import type { MorePaper } from './more-related';

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
