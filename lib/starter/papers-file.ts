import { parseArxivId } from '../model/arxiv-id';
import { compact } from '../model/compact';
import { parseIsoDate } from '../model/dates';
import type { StarterFeed, StarterPaper } from './types';

const FORMAT = 1;

/** A paper in the file: what is not known is null, or 0 for the stars of no code. */
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

/** The papers' file as text: JSON, one line a paper. The same feed gives the same text. */
export function formatStarterPapers({ papers, ...head }: StarterFeed): string {
  const { date, from, origin, licence } = head;
  const start = JSON.stringify({ format: FORMAT, date, from, origin, licence }).slice(0, -1);
  return `${start},"papers":[\n${papers.map((paper) => JSON.stringify(toLine(paper))).join(',\n')}\n]}\n`;
}

/** Reads it. Errors: `Error` for a text that is not of this format: the package is then damaged. */
export function parseStarterPapers(text: string): StarterFeed {
  const file = JSON.parse(text) as File; // A file of the package, written by the function above.
  if (file.format !== FORMAT) throw new Error(`The starter feed has format ${file.format}, not ${FORMAT}.`);
  const date = parseIsoDate(file.date);
  const from = parseIsoDate(file.from);
  if (date === null || from === null) throw new Error('The starter feed has no date.');
  const { origin, licence } = file;
  return { date, from, origin, licence, papers: file.papers.map(fromLine) };
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

function fromLine(line: Line): StarterPaper {
  const [arxiv, title, listed, published, upvotes, comments, authorCount, organisation, keywords] = line;
  const [codeUrl, codeStars] = line.slice(9) as [string | null, number | null]; // The rest of a line.
  const id = parseArxivId(arxiv);
  const listedOn = parseIsoDate(listed);
  if (id === null || listedOn === null) throw new Error(`The starter feed has a broken line: ${arxiv}`);
  return {
    listedOn,
    facts: compact({
      ids: { arxiv: id.id },
      title,
      authors: [],
      authorCount,
      publishedOn: (published === null ? null : parseIsoDate(published)) ?? undefined,
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
