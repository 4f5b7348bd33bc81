import type { ArxivId } from '../model/paper/ids';
import { type IsoDate, parseIsoDate } from '../model/dates';
import { NO_FACTS, type StarterFact } from '../model/paper/facts';
import type { PaperFacts } from '../model/paper/paper';

/** A paper of the starter feed: facts only, without abstract and names. */
export interface StarterPaper {
  readonly facts: PaperFacts;
  /** The day of the first list that had it. */
  readonly listedOn: IsoDate;
}

/** The feed that comes with the package: Hugging Face's most upvoted papers. */
export interface StarterFeed {
  /** Its newest list. */
  readonly date: IsoDate;
  /** Its oldest list. */
  readonly from: IsoDate;
  /** Which responses it was made of. */
  readonly origin: string;
  /** How it may be used. */
  readonly licence: string;
  readonly count: number;
  /** Some of its papers: newest list first, in a list the most upvoted first. */
  slice(start: number, end?: number): readonly StarterPaper[];
}

const FORMAT = 1;

/**
 * Where a paper's line has each value: a column for each fact that `FACTS` gives to the file, and the list's
 * day.
 */
const COLUMNS = {
  ids: 0,
  title: 1,
  listedOn: 2,
  publishedOn: 3,
  upvotes: 4,
  comments: 5,
  authorCount: 6,
  organisation: 7,
  keywords: 8,
  codeUrl: 9,
  codeStars: 10,
} as const satisfies Record<StarterFact | 'listedOn', number>;

const FIELDS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[]; // Its own keys, in the order of the columns.

/** A paper in the file. Ids are the arXiv id alone, since daily papers are arXiv's; what is unknown is null. */
type Line = readonly (number | string | readonly string[] | null)[];

type File = Readonly<Record<'date' | 'from' | 'licence' | 'origin', string>> & {
  readonly format: number;
  readonly papers: readonly Line[];
};

/** What a starter feed says about itself, and its papers. */
type StarterContent = Omit<StarterFeed, 'count' | 'slice'> & { readonly papers: readonly StarterPaper[] };

/** The papers' file as text: JSON, one line a paper. The same feed gives the same text. */
export function formatStarterPapers({ papers, ...head }: StarterContent): string {
  const { date, from, origin, licence } = head;
  const start = JSON.stringify({ format: FORMAT, date, from, origin, licence }).slice(0, -1);
  return `${start},"papers":[\n${papers.map((paper) => JSON.stringify(toLine(paper))).join(',\n')}\n]}\n`;
}

/**
 * Reads the file, but each paper only on demand.
 *
 * Errors: `Error` for a text that is not of this format: the package is then damaged.
 */
export function parseStarterPapers(text: string): StarterFeed {
  const file = JSON.parse(text) as File; // A file of the package, written by the function above.
  if (file.format !== FORMAT) throw new Error(`The starter feed has format ${file.format}, not ${FORMAT}.`);
  const date = parseIsoDate(file.date);
  const from = parseIsoDate(file.from);
  if (date === null || from === null) throw new Error('The starter feed has no date.');
  const { origin, licence, papers } = file;
  return {
    date,
    from,
    origin,
    licence,
    count: papers.length,
    slice: (start, end) => papers.slice(start, end).map(fromLine),
  };
}

function toLine({ facts, listedOn }: StarterPaper): Line {
  const values = { ...facts, ids: facts.ids.arxiv ?? '', listedOn };
  return FIELDS.map((field) => values[field] ?? null);
}

/** Ids and days are in normal form in our own file (a structure test reads all of them): they are not parsed. */
function fromLine(line: Line): StarterPaper {
  const facts: Record<string, unknown> = { ...NO_FACTS };
  for (const field of FIELDS) {
    const value = line[COLUMNS[field]] ?? null;
    if (value !== null && field !== 'listedOn') facts[field] = value;
  }
  facts['ids'] = { arxiv: line[COLUMNS.ids] as ArxivId };
  return { listedOn: line[COLUMNS.listedOn] as IsoDate, facts: facts as unknown as PaperFacts };
}
