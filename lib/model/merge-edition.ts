import type { Edition } from './feed';

/**
 * The newer order, with what only the older had at its end: an edition never shrinks because a response was
 * partial.
 */
export function mergeEdition(known: Edition | undefined, incoming: Edition): Edition {
  return { ...incoming, papers: [...new Set([...incoming.papers, ...(known?.papers ?? [])])] };
}
