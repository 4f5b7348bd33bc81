import { parseArxivId, parseDoi, parsePmid } from '../../lib/model/paper/ids';
import { parseIsoDate } from '../../lib/model/dates';
import { fold } from '../../lib/model/paper/identity';
import { personName } from '../../lib/sites/meta/names';
import { plainText } from '../../lib/text/plain';
import type { Finding } from './find-paper';

/** What the index says about a URL or a page. Null: there is none; absent: not known. */
export interface Expected {
  readonly isPaper?: boolean;
  readonly isPaperPage?: boolean;
  readonly arxivId?: string | null;
  readonly version?: number | null;
  readonly doi?: string | null;
  readonly pmid?: string | null;
  readonly title?: string | null;
  readonly firstAuthor?: string | null;
  /** Compared when it is a whole day. */
  readonly date?: string | null;
  readonly primaryCategory?: string | null;
  readonly categories?: readonly string[];
  /** The id in the URL, where the page shows another paper. */
  readonly requestedId?: string;
}

/** One line of an index: a URL alone, or with the page saved from it. */
export interface Row {
  readonly url: string | null;
  /** Relative to the index's folder. */
  readonly file?: string;
  /** The host, if the URL is not known. */
  readonly site?: string;
  /** What kind of page its site makes of it: `abs`. */
  readonly pageKind?: string;
  readonly expected: Expected;
}

/** `extra`: we give a value although the index says that there is none. `none`: there is nothing to compare. */
export type Verdict = 'extra' | 'missing' | 'none' | 'right' | 'wrong';

/** Both sides, in the form that is compared. */
export interface Comparison {
  readonly verdict: Verdict;
  readonly expected?: string;
  readonly given?: string;
}

interface Field {
  /** What the index says, in the form that is compared; undefined when it cannot be compared. */
  readonly wanted: (expected: Expected) => string | null | undefined;
  readonly given: (finding: Finding, expected: Expected) => string | undefined;
  /** A URL may say it, so it is compared without a page too. */
  readonly isInUrl?: true;
}

/** The parts that are compared, in the order of the report. */
export const FIELDS = {
  isPaper: {
    wanted: (expected) => (isExpected(expected) ? 'yes' : 'no'),
    // A missed paper is missing, a false positive is wrong.
    given: ({ isPaper }, expected) => (isPaper ? 'yes' : isExpected(expected) ? undefined : 'no'),
    isInUrl: true,
  },
  arxivId: {
    wanted: ({ arxivId }) => formOf(arxivId, (text) => parseArxivId(text)?.id),
    given: ({ ref, meta }) => meta?.ids.arxiv ?? ref?.ids.arxiv,
    isInUrl: true,
  },
  version: {
    wanted: ({ version }) => formOf(version, (number) => String(number)),
    given: ({ ref, meta }) => formOf(meta?.version ?? ref?.version, (number) => String(number)) ?? undefined,
    isInUrl: true,
  },
  doi: {
    wanted: ({ doi }) => formOf(doi, parseDoi),
    given: ({ ref, meta }) => meta?.ids.doi ?? ref?.ids.doi,
    isInUrl: true,
  },
  pmid: {
    wanted: ({ pmid }) => formOf(pmid, parsePmid),
    given: ({ ref, meta }) => meta?.ids.pmid ?? ref?.ids.pmid,
    isInUrl: true,
  },
  title: {
    wanted: ({ title }) => formOf(title, (text) => fold(plainText(text))),
    given: ({ meta }) => formOf(meta?.title, fold) ?? undefined,
  },
  firstAuthor: {
    wanted: ({ firstAuthor }) => formOf(firstAuthor, (text) => fold(personName(text))),
    given: ({ meta }) => formOf(meta?.authors[0], fold) ?? undefined,
  },
  date: {
    wanted: ({ date }) => formOf(date, parseIsoDate) ?? undefined,
    given: ({ meta }) => meta?.publishedOn,
  },
  primaryCategory: {
    wanted: ({ primaryCategory }) => formOf(primaryCategory, todaysCategory),
    given: ({ meta }) => meta?.categories[0],
  },
} as const satisfies Readonly<Record<string, Field>>;

/** A part that is compared. */
export type FieldName = keyof typeof FIELDS;

/** The names of all parts, in the order of the report. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[]; // Its own keys.

/**
 * Compares what was found with what the index says, part by part.
 *
 * Ids are compared in normal form; titles and names by their letters and digits, without accents, markup and
 * case; dates only as whole days. If a row is not a paper, nothing else is compared; without a page, only
 * what URLs say.
 */
export function judge(
  expected: Expected,
  finding: Finding,
  isUrlOnly: boolean,
): Readonly<Record<FieldName, Comparison>> {
  const isPaper = isExpected(expected);
  const entries = FIELD_NAMES.map((name) => {
    const field: Field = FIELDS[name];
    const isCompared = name === 'isPaper' || (isPaper && (!isUrlOnly || field.isInUrl === true));
    return [
      name,
      isCompared ? compare(field.wanted(expected), field.given(finding, expected)) : NOTHING,
    ] as const;
  });
  return Object.fromEntries(entries) as Record<FieldName, Comparison>; // One entry for each name.
}

function isExpected({ isPaper, isPaperPage = isPaper }: Expected): boolean {
  return isPaperPage === true;
}

const NOTHING: Comparison = { verdict: 'none' };

function compare(expected: string | null | undefined, given: string | undefined): Comparison {
  if (expected === undefined) return NOTHING;
  if (expected === null) return given === undefined ? NOTHING : { verdict: 'extra', given };
  if (given === undefined) return { verdict: 'missing', expected };
  return { verdict: given === expected ? 'right' : 'wrong', expected, given };
}

/** Null stays null: known to be absent. What we cannot read counts as not written. */
function formOf<T>(
  written: T | null | undefined,
  read: (known: T) => string | null | undefined,
): string | null | undefined {
  if (written === null) return null;
  return written === undefined ? undefined : (read(written) ?? undefined);
}

/** Archives that became categories; the pages of their papers show today's name. */
const TODAY: Readonly<Record<string, string>> = {
  'acc-phys': 'physics.acc-ph',
  'adap-org': 'nlin.AO',
  'alg-geom': 'math.AG',
  'ao-sci': 'physics.ao-ph',
  'atom-ph': 'physics.atom-ph',
  'funct-an': 'math.FA',
};

/** The name under which arXiv shows a category today: `alg-geom` is `math.AG`. */
export function todaysCategory(category: string): string {
  return TODAY[category] ?? category;
}
