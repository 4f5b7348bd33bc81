import type { FactOrigins, Paper, PaperFacts, SourceId } from './paper';

const FIELDS = [
  'abstract',
  'aiSummary',
  'authorCount',
  'authors',
  'categories',
  'codeStars',
  'codeUrl',
  'comments',
  'ids',
  'keywords',
  'organisation',
  'projectUrl',
  'publishedOn',
  'title',
  'upvotes',
  'version',
] as const satisfies readonly (keyof PaperFacts)[];

/** The source that a fact of a paper was read from. */
export function originOf(paper: Pick<Paper, 'origins' | 'provenance'>, field: keyof PaperFacts): SourceId {
  const only = paper.provenance[0]?.source ?? 'hf-daily'; // Every stored paper has one.
  return paper.origins?.[field] ?? only;
}

/**
 * Whose each fact is, once what `source` says is merged into a known paper; absent while one source has said
 * all of it.
 *
 * A fact that both say is the first's. A list that both add to is the last's.
 */
export function mergeOrigins(known: Paper, merged: PaperFacts, source: SourceId): FactOrigins | undefined {
  if (known.provenance.every((entry) => entry.source === source)) return known.origins;
  const entries = FIELDS.filter((field) => merged[field] !== undefined).map(
    (field) => [field, isSame(known[field], merged[field]) ? originOf(known, field) : source] as const,
  );
  return Object.fromEntries(entries);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
