import { compact } from '../compact';
import type { IsoDate } from '../dates';
import type { PaperKey, SourceId } from '../paper/paper';

/** The list of one day of a source. */
export interface Edition {
  readonly source: SourceId;
  readonly date: IsoDate;
  /** In the source's order. */
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
  /** It came with the package: it was never fetched and may be incomplete. */
  readonly isStarter?: true;
  /** Those of `papers` that the source lists in this field, but files under another. */
  readonly cross?: readonly PaperKey[];
  /** Papers of which the source announced a new version that day; not among `papers`. */
  readonly replaced?: readonly PaperKey[];
  /** Those of `papers` missing from the source's last complete list: deleted there, kept here. */
  readonly unlisted?: readonly PaperKey[];
}

/** A list that the source itself orders, independent of days: the newest response replaces it. */
export interface Ranking {
  readonly source: SourceId;
  readonly papers: readonly PaperKey[];
  readonly fetchedAtMs: number;
}

/** How a source announced a paper on a day; absent on items that are new. */
export type Announcement = 'cross' | 'replaced';

/** A response with a smaller share of the known papers is considered partial. */
const MIN_WHOLE_SHARE = 0.5;

/**
 * The newer order, followed by what only the older one had: a partial response never shrinks an edition.
 *
 * `isWhole`: the response is the source's complete list of the day. Papers that it no longer lists stay,
 * marked as such. If it lists less than half of the known papers, something is wrong with the response.
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

/** A paper that any category lists as its own is new, even if others cross-list it. */
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
