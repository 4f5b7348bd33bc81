import type { IsoDate } from '../dates';
import { completeIds } from './identity';
import type { PaperFacts, PaperIds } from './paper';

/** Kinds of values that a fact can be, each with its type; `lib/schemas.ts` says how each is parsed. */
export interface FactKinds {
  readonly ids: PaperIds;
  readonly title: string;
  readonly name: string;
  readonly text: string;
  readonly link: string;
  readonly names: readonly string[];
  readonly count: number;
  readonly day: IsoDate;
}

/** The kinds that fit a field's type. An optional field's kind ends in `?`. */
export type KindFor<T, TKinds> = {
  readonly [K in keyof TKinds & string]: [Exclude<T, undefined>, TKinds[K]] extends [
    TKinds[K],
    Exclude<T, undefined>,
  ]
    ? undefined extends T
      ? `${K}?`
      : K
    : never;
}[keyof TKinds & string];

/** Everything the code has to know of one fact. */
interface FactRule<T> {
  /** Decides how the fact is parsed at the edge: from a message, the mirror or an imported file. */
  readonly kind: KindFor<T, FactKinds>;
  /** Merges two records of one work. `isOlder`: what came in is of an older version than what is known. */
  readonly merge: (known: T, incoming: T, isOlder: boolean) => T;
  /** `page`: pages state it too, as part of `PaperMeta`. `feed`: only sources do. */
  readonly saidBy: 'feed' | 'page';
  /** Whether `Paper.origins` tells which source it is from. */
  readonly hasOrigin: boolean;
  /** Whether the starter feed's file has it. A new fact needs a column there (`lib/starter/papers-file.ts`). */
  readonly inStarter: boolean;
}

/** A complete row for each field of some facts. */
export type FactTable<T> = { readonly [K in keyof Required<T>]: FactRule<T[K]> };

/**
 * The one table of facts: a field of `PaperFacts` without a complete row here does not compile.
 *
 * Schemas, merges, origins, a page's part and the starter feed's file derive from it. The reading list, its
 * mirror and its exported files keep every fact.
 */
export const FACTS = {
  ids: { kind: 'ids', merge: joinIds, saidBy: 'page', hasOrigin: true, inStarter: true },
  title: { kind: 'title', merge: newer, saidBy: 'page', hasOrigin: true, inStarter: true },
  abstract: { kind: 'text?', merge: newer, saidBy: 'page', hasOrigin: true, inStarter: false },
  authors: { kind: 'names', merge: newer, saidBy: 'page', hasOrigin: true, inStarter: false },
  authorCount: { kind: 'count', merge: newer, saidBy: 'feed', hasOrigin: true, inStarter: true },
  organisation: { kind: 'name?', merge: newer, saidBy: 'feed', hasOrigin: true, inStarter: true },
  publishedOn: { kind: 'day?', merge: first, saidBy: 'page', hasOrigin: true, inStarter: true },
  version: { kind: 'count?', merge: newer, saidBy: 'page', hasOrigin: true, inStarter: false },
  categories: { kind: 'names', merge: union, saidBy: 'page', hasOrigin: true, inStarter: false },
  keywords: { kind: 'names', merge: union, saidBy: 'feed', hasOrigin: true, inStarter: true },
  upvotes: { kind: 'count?', merge: latest, saidBy: 'feed', hasOrigin: true, inStarter: true },
  comments: { kind: 'count?', merge: latest, saidBy: 'feed', hasOrigin: true, inStarter: true },
  aiSummary: { kind: 'text?', merge: latest, saidBy: 'feed', hasOrigin: true, inStarter: false },
  codeUrl: { kind: 'link?', merge: latest, saidBy: 'feed', hasOrigin: true, inStarter: true },
  codeStars: { kind: 'count?', merge: latest, saidBy: 'feed', hasOrigin: true, inStarter: true },
  projectUrl: { kind: 'link?', merge: latest, saidBy: 'feed', hasOrigin: true, inStarter: false },
} as const satisfies FactTable<PaperFacts>;

const RULES: FactTable<PaperFacts> = FACTS;

/** The names of all facts. */
export const FACT_NAMES = Object.keys(FACTS) as readonly (keyof PaperFacts)[]; // The table has exactly these keys.

/** The facts whose source `Paper.origins` tells. */
export const FACTS_WITH_ORIGIN = FACT_NAMES.filter((field) => RULES[field].hasOrigin);

/** The facts whose rows have a value in a column. */
type FactWith<Column extends 'inStarter' | 'saidBy', Value> = {
  [K in keyof typeof FACTS]: (typeof FACTS)[K][Column] extends Value ? K : never;
}[keyof typeof FACTS];

/** The facts that pages state. */
export type PageFact = FactWith<'saidBy', 'page'>;
/** The facts in the starter feed's file. */
export type StarterFact = FactWith<'inStarter', true>;

/** A work about which nothing is known. */
export const NO_FACTS: PaperFacts = {
  ids: {},
  title: '',
  authors: [],
  authorCount: 0,
  categories: [],
  keywords: [],
};

/** A record's facts without its other fields; with `isWanted`, only some of them. */
export function pickFacts<T extends Partial<PaperFacts>>(
  record: T,
  isWanted: (field: keyof PaperFacts) => boolean = () => true,
): Pick<T, keyof PaperFacts & keyof T> {
  const entries = FACT_NAMES.filter((field) => field in record && isWanted(field)).map((field) => [
    field,
    record[field],
  ]);
  return Object.fromEntries(entries) as Pick<T, keyof PaperFacts & keyof T>; // Object.fromEntries loses the keys.
}

/** True for a value that says nothing about a work. */
export function isBlank(value: PaperFacts[keyof PaperFacts]): boolean {
  return value === undefined || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}

/** Merges what is known of a work with what came in, fact by fact, as the table says. */
export function mergeFacts(known: PaperFacts, incoming: PaperFacts): PaperFacts {
  const isOlder = (incoming.version ?? 0) < (known.version ?? 0);
  const merged: Partial<Record<keyof PaperFacts, unknown>> = {};
  const merge = <K extends keyof PaperFacts>(field: K): PaperFacts[K] =>
    RULES[field].merge(known[field], incoming[field], isOlder);
  for (const field of FACT_NAMES) {
    const value = merge(field);
    if (value !== undefined) merged[field] = value;
  }
  return merged as PaperFacts; // Each field went through its own rule.
}

/** The newer version's, unless it is blank. */
function newer<T extends PaperFacts[keyof PaperFacts]>(known: T, incoming: T, isOlder: boolean): T {
  const better = isOlder ? known : incoming;
  if (!isBlank(better)) return better;
  return isOlder ? incoming : known;
}

/** The one that was fetched last. */
function latest<T>(known: T, incoming: T): T {
  return incoming ?? known;
}

/** The one that was known first. */
function first<T>(known: T, incoming: T): T {
  return known ?? incoming;
}

/** All of both, the newer version's first: a list that only grows. */
function union(known: readonly string[], incoming: readonly string[], isOlder: boolean): readonly string[] {
  return [...new Set(isOlder ? [...known, ...incoming] : [...incoming, ...known])];
}

function joinIds(known: PaperIds, incoming: PaperIds): PaperIds {
  return { ...completeIds(incoming), ...completeIds(known) };
}
