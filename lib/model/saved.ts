import { compact } from './compact';
import { type FactKinds, type KindFor, mergeFacts } from './paper/facts';
import { identityKeys } from './paper/identity';
import type { PaperFacts, PaperKey } from './paper/paper';

/** How far the reader got with a saved paper. */
export type ReadingState = 'done' | 'reading' | 'to-read';

/** One entry of the reading list; holds its own copy of the paper, so the feed may forget it. */
export interface SavedPaper {
  readonly key: PaperKey;
  readonly paper: PaperFacts;
  readonly state: ReadingState;
  readonly savedAtMs: number;
  /** The newer of two copies wins. */
  readonly changedAtMs: number;
  /** Set while a removal can still be undone. */
  readonly removedAtMs?: number;
}

/** Kinds of values in an entry. */
export interface SavedKinds extends FactKinds {
  readonly key: PaperKey;
  readonly facts: PaperFacts;
  readonly state: ReadingState;
}

/** Which value stays: the known entry's, the given one's, or a combination. */
type Merge<T> = 'given' | 'known' | ((known: SavedPaper, given: SavedPaper, nowMs: number) => T);

/** Everything the code has to know of one field of an entry. */
interface SavedRule<T> {
  /** Decides how the field is parsed, from the mirror or an exported file. */
  readonly kind: KindFor<T, SavedKinds>;
  /** The reader saves a paper that the list has. `given`: the entry it would be if it were new. */
  readonly onSave: Merge<T>;
  /** An imported file has the paper, changed later or after its removal here. `given`: the file's entry. */
  readonly onImport: Merge<T>;
  /** Whether exported files have the field. The database and the mirror keep all of an entry. */
  readonly inFile: boolean;
}

/** A complete row for each field of an entry. */
export type SavedTable<T> = { readonly [K in keyof Required<T>]: SavedRule<T[K]> };

/**
 * The one table of an entry's fields: a field of `SavedPaper` without a complete row here does not compile.
 *
 * Parsing, saving, import and export derive from it. Between the two copies of the list the entry changed
 * last wins as a whole, so that no field needs a rule there.
 */
export const SAVED = {
  key: { kind: 'key', onSave: 'known', onImport: 'known', inFile: true },
  paper: {
    kind: 'facts',
    onSave: (known, given) => mergeFacts(known.paper, given.paper),
    onImport: 'given',
    inFile: true,
  },
  state: { kind: 'state', onSave: 'given', onImport: 'given', inFile: true },
  savedAtMs: {
    kind: 'count',
    onSave: (known, given) => (isKept(known) ? known : given).savedAtMs,
    onImport: 'given',
    inFile: true,
  },
  changedAtMs: {
    kind: 'count',
    onSave: (known, _, nowMs) => nextChangeMs(known, nowMs),
    onImport: (known, given, nowMs) => (isKept(known) ? given.changedAtMs : nextChangeMs(known, nowMs)),
    inFile: true,
  },
  removedAtMs: { kind: 'count?', onSave: () => undefined, onImport: () => undefined, inFile: false },
} as const satisfies SavedTable<SavedPaper>;

const RULES: SavedTable<SavedPaper> = SAVED;
const FIELDS = Object.keys(SAVED) as readonly (keyof SavedPaper)[]; // The table has exactly these keys.

/** Merges an entry that is saved again or imported into the known one, field by field, as the table says. */
export function mergeSaved(
  on: 'onImport' | 'onSave',
  known: SavedPaper,
  given: SavedPaper,
  nowMs: number,
): SavedPaper {
  const merge = <K extends keyof SavedPaper>(field: K): SavedPaper[K] => {
    const rule: Merge<SavedPaper[K]> = RULES[field][on];
    if (typeof rule === 'function') return rule(known, given, nowMs);
    return (rule === 'known' ? known : given)[field];
  };
  const merged = Object.fromEntries(FIELDS.map((field) => [field, merge(field)]));
  return compact(merged) as unknown as SavedPaper; // Each field went through its own rule.
}

/** An entry as exported files have it. */
export function toFileEntry(entry: SavedPaper): Partial<SavedPaper> {
  const fields = FIELDS.filter((field) => RULES[field].inFile && entry[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, entry[field]]));
}

/** False for an entry that was removed and can still be restored. */
export function isKept({ removedAtMs }: SavedPaper): boolean {
  return removedAtMs === undefined;
}

/**
 * After the entry's last change even if the clock was put back since: the newer copy wins. Unit: ms since
 * epoch.
 */
export function nextChangeMs({ changedAtMs }: SavedPaper, nowMs: number): number {
  return Math.max(nowMs, changedAtMs + 1);
}

/** The state of one saved paper, for whoever lists papers. */
export interface SavedState {
  /** Every key that identifies the paper: a record with any of them is the same work. */
  readonly keys: readonly PaperKey[];
  readonly state: ReadingState;
}

/** What lists need of an entry. */
export function savedStateOf({ key, paper, state }: SavedPaper): SavedState {
  return { keys: [...new Set([key, ...identityKeys(paper)])], state };
}
