import { FACT_NAMES, FACTS } from './facts';
import type { FactOrigins, Paper, PaperFacts, SourceId } from './paper';

/** The source that a fact of a paper was read from. */
export function originOf(paper: Pick<Paper, 'origins' | 'provenance'>, field: keyof PaperFacts): SourceId {
  const only = paper.provenance[0]?.source ?? 'hf-daily'; // Every stored paper has one.
  return paper.origins?.[field] ?? only;
}

/**
 * Names the source of each fact once what `source` says is merged into a known paper; absent while one source
 * has said all of it.
 *
 * A fact that both sources state belongs to the first. A list that both add to belongs to the last.
 */
export function mergeOrigins(known: Paper, merged: PaperFacts, source: SourceId): FactOrigins | undefined {
  if (known.provenance.every((entry) => entry.source === source)) return known.origins;
  const entries = FACT_NAMES.filter((field) => FACTS[field].hasOrigin && merged[field] !== undefined).map(
    (field) => [field, isSame(known[field], merged[field]) ? originOf(known, field) : source] as const,
  );
  return Object.fromEntries(entries);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
