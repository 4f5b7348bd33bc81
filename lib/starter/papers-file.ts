import type { ArxivId } from '../model/paper/arxiv-id';
import { compact } from '../model/compact';
import { type IsoDate, parseIsoDate } from '../model/dates';
import type { StarterFeed, StarterPaper } from './types';

const FORMAT = 1;

/** A paper in the file: what is not known is null. */
type Line = readonly [
  arxiv: string,
  title: string,
  listedOn: string,
  publishedOn: string | null,
  upvotes: number | null,
  comments: number | null,
  authorCount: number,
  organisation: string | null,
  keywords: readonly string[],
  codeUrl: string | null,
  codeStars: number | null,
];

interface File {
  readonly format: number;
  readonly date: string;
  readonly from: string;
  readonly origin: string;
  readonly licence: string;
  readonly papers: readonly Line[];
}

/** What a starter feed says of itself, and its papers. */
type StarterContent = Omit<StarterFeed, 'count' | 'slice'> & { readonly papers: readonly StarterPaper[] };

/** The papers' file as text: JSON, one line a paper. The same feed gives the same text. */
export function formatStarterPapers({ papers, ...head }: StarterContent): string {
  const { date, from, origin, licence } = head;
  const start = JSON.stringify({ format: FORMAT, date, from, origin, licence }).slice(0, -1);
  return `${start},"papers":[\n${papers.map((paper) => JSON.stringify(toLine(paper))).join(',\n')}\n]}\n`;
}

/**
 * Reads it; a paper only when it is asked for.
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
  return [
    facts.ids.arxiv ?? '', // Daily papers are arXiv's.
    facts.title,
    listedOn,
    facts.publishedOn ?? null,
    facts.upvotes ?? null,
    facts.comments ?? null,
    facts.authorCount,
    facts.organisation ?? null,
    facts.keywords,
    facts.codeUrl ?? null,
    facts.codeStars ?? null,
  ];
}

/**
 * Ids and days are in normal form in our own file (a structure test reads all of them), so they are not
 * parsed.
 */
function fromLine(line: Line): StarterPaper {
  const [arxiv, title, listedOn, publishedOn, upvotes, comments, authorCount, organisation, keywords] = line;
  const [codeUrl, codeStars] = line.slice(9) as [string | null, number | null]; // The rest of a line.
  return {
    listedOn: listedOn as IsoDate,
    facts: compact({
      ids: { arxiv: arxiv as ArxivId },
      title,
      authors: [],
      authorCount,
      publishedOn: (publishedOn as IsoDate | null) ?? undefined,
      categories: [],
      keywords,
      upvotes: upvotes ?? undefined,
      comments: comments ?? undefined,
      organisation: organisation ?? undefined,
      codeUrl: codeUrl ?? undefined,
      codeStars: codeStars ?? undefined,
    }),
  };
}
