import { compact } from '../compact';
import type { IsoDate } from '../dates';
import type { Announcement } from '../feed/edition';
import { rememberCounts } from './counts';
import { FACTS_WITH_ORIGIN, mergeFacts } from './facts';
import { completeIds } from './identity';
import type { FactOrigins, Paper, PaperFacts, PaperKey, Provenance, SourceId } from './paper';

/** What a source said, and where. */
export interface IncomingPaper {
  readonly facts: PaperFacts;
  readonly provenance: Provenance;
  /** The edition that lists it. */
  readonly edition?: IsoDate;
  /** How that edition announces it; absent for new papers. */
  readonly announced?: Announcement;
}

/** Makes a paper that the feed did not have. */
export function newPaper(key: PaperKey, incoming: IncomingPaper, nowMs: number): Paper {
  const { facts, provenance, edition, announced } = incoming;
  return {
    ...facts,
    ids: completeIds(facts.ids),
    key,
    addedAtMs: nowMs,
    ...compact({ listedOn: announced === 'replaced' ? undefined : edition }),
    provenance: [provenance],
  };
}

/** Merges an incoming record into the known one, which keeps its key and first day. */
export function mergePaper(known: Paper, incoming: IncomingPaper): Paper {
  const { facts, provenance, edition, announced } = incoming;
  const { source } = provenance;
  const others = known.provenance.filter((entry) => entry.source !== source);
  const countedAtMs = known.provenance.find((entry) => entry.source === source)?.fetchedAtMs;
  const merged = mergeFacts(known, facts);
  const counts = rememberCounts(known, facts.upvotes, countedAtMs);
  return {
    ...merged,
    key: known.key,
    addedAtMs: known.addedAtMs,
    ...compact({
      listedOn: earlier(known.listedOn, announced === 'replaced' ? undefined : edition),
      origins: mergeOrigins(known, merged, source),
      earlierCounts: counts.length === 0 ? undefined : counts,
    }),
    provenance: [...others, provenance],
  };
}

/**
 * Merges two records that turned out to be one paper. The first one's key stays; the paper is as old as the
 * older record and keeps the sources of both.
 */
export function absorbPaper(paper: Paper, other: Paper): Paper {
  const isFresher = fetchedAtMs(other) > fetchedAtMs(paper);
  const [known, incoming] = isFresher ? [paper, other] : [other, paper];
  const [provenance] = incoming.provenance;
  if (provenance === undefined) return paper; // Every stored paper has one.
  const sources = new Map(
    [...known.provenance, ...incoming.provenance].map((entry) => [entry.source, entry]),
  );
  return {
    ...mergePaper(known, { facts: incoming, provenance, ...compact({ edition: incoming.listedOn }) }),
    key: paper.key,
    ids: { ...other.ids, ...paper.ids },
    addedAtMs: Math.min(paper.addedAtMs, other.addedAtMs),
    provenance: [...sources.values()],
  };
}

function fetchedAtMs(paper: Paper): number {
  return Math.max(...paper.provenance.map((entry) => entry.fetchedAtMs));
}

function earlier(one: IsoDate | undefined, other: IsoDate | undefined): IsoDate | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

/**
 * Names the source of each fact once what `source` says is merged into a known paper; absent while one source
 * has said all of it.
 *
 * A fact that both sources state belongs to the first. A list that both add to belongs to the last.
 */
function mergeOrigins(known: Paper, merged: PaperFacts, source: SourceId): FactOrigins | undefined {
  if (known.provenance.every((entry) => entry.source === source)) return known.origins;
  const entries = FACTS_WITH_ORIGIN.filter((field) => merged[field] !== undefined).map((field) => {
    const origin = known.origins?.[field] ?? known.provenance[0]?.source ?? source; // Every stored paper has a provenance.
    return [field, isSame(known[field], merged[field]) ? origin : source] as const;
  });
  return Object.fromEntries(entries);
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
