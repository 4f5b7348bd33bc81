import { compact } from '../compact';
import type { Edition } from './edition';
import type { PaperKey } from '../paper/paper';

/** A response with fewer of the known papers than this share is taken for a partial one. */
const MIN_WHOLE_SHARE = 0.5;

/**
 * The newer order, with what only the older had at its end: an edition never shrinks because a response was
 * partial.
 *
 * `isWhole`: the response is the source's whole list of the day. What it no longer lists stays, marked,
 * unless it lists less than half of what was known: then something is wrong with the response.
 */
export function mergeEdition(known: Edition | undefined, incoming: Edition, isWhole = false): Edition {
  if (known === undefined) return incoming;
  const papers = union(incoming.papers, known.papers);
  const listed = new Set(incoming.papers);
  const unlisted = known.papers.filter((key) => !listed.has(key));
  const areNew = new Set([...newOf(incoming), ...newOf(known)]);
  const isCredible =
    isWhole && known.papers.length - unlisted.length >= known.papers.length * MIN_WHOLE_SHARE;
  return compact({
    ...incoming,
    papers,
    cross: unlessEmpty(union(incoming.cross, known.cross).filter((key) => !areNew.has(key))),
    replaced: unlessEmpty(union(incoming.replaced, known.replaced).filter((key) => !papers.includes(key))),
    unlisted: unlessEmpty(isCredible ? unlisted : (known.unlisted ?? []).filter((key) => !listed.has(key))),
  });
}

/** A paper that one category lists as its own is new, whatever others cross-list. */
function newOf({ papers, cross = [] }: Edition): readonly PaperKey[] {
  const others = new Set(cross);
  return papers.filter((key) => !others.has(key));
}

function union(first: readonly PaperKey[] = [], second: readonly PaperKey[] = []): readonly PaperKey[] {
  return [...new Set([...first, ...second])];
}

function unlessEmpty(keys: readonly PaperKey[]): readonly PaperKey[] | undefined {
  return keys.length === 0 ? undefined : keys;
}
