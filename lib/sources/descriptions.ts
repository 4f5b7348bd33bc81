import type { SourceId } from '../model/paper/paper';
import { sourceDescriptions } from './index';
import type { SourceDescription } from './types';

export type { SourceDescription } from './types';

/** Every source as the interface, the settings, the rows and the manifest know it, in the popup's order. */
export const SOURCES: readonly SourceDescription[] = sourceDescriptions;

/** Ids to parse outside data against. */
export const SOURCE_IDS: readonly SourceId[] = SOURCES.map(({ id }) => id);

/** The source whose list is shown unless the reader chose another. */
export const DEFAULT_SOURCE: SourceDescription = sourceDescriptions[0];

/** The source that the feed in the package was made of. */
export const STARTER_SOURCE: SourceDescription =
  SOURCES.find(({ hasStarter }) => hasStarter === true) ?? DEFAULT_SOURCE;

/** What a source says of itself. */
export function describeSource(id: SourceId): SourceDescription {
  const found = SOURCES.find((source) => source.id === id);
  if (found === undefined) throw new TypeError(`Add ${id} to the table in lib/sources/index.ts`);
  return found;
}
