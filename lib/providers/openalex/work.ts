import * as v from 'valibot';
import { lenient, lenientList, lenientText, wholeCount } from '../../parse';
import { parseArxivId, parseDoi, parsePmcid, parsePmid } from '../../model/paper/ids';
import { compact } from '../../model/compact';
import { parseIsoDate } from '../../model/dates';
import { paperKeyOf } from '../../model/paper/identity';
import type { ProviderPaper } from '../../model/more-related';
import type { PaperIds } from '../../model/paper/paper';
import { plainText } from '../../text/plain';

/** An abstract has a few hundred words; a position beyond this is a mistake. */
const MAX_WORDS = 10_000;

/** One work; every field but its id may be missing or odd. */
export const WORK = v.object({
  id: v.pipe(v.string(), v.regex(/^https:\/\/openalex\.org\/W\d+$/)),
  doi: lenient(lenientText),
  ids: lenient(v.object({ pmid: lenient(lenientText), pmcid: lenient(lenientText) })),
  title: lenient(v.pipe(v.string(), v.transform(plainText), v.nonEmpty())),
  publication_date: lenient(lenientText),
  cited_by_count: lenient(wholeCount),
  authorships: lenientList(
    v.pipe(
      v.object({ author: v.object({ display_name: lenientText }) }),
      v.transform(({ author }) => author.display_name),
    ),
  ),
  locations: lenientList(v.object({ landing_page_url: lenient(lenientText) })),
  topics: lenientList(
    v.pipe(
      v.object({ display_name: lenientText }),
      v.transform(({ display_name }) => display_name),
    ),
  ),
  abstract_inverted_index: lenient(v.record(v.string(), lenientList(wholeCount))),
});

/** Reads a work; null if nothing identifies it, or it has no title. */
export function readWork(work: v.InferOutput<typeof WORK>): ProviderPaper | null {
  const { title, authorships: authors } = work;
  const ids = idsOf(work);
  if (title === undefined || paperKeyOf({ ids, title, authors }) === null) return null;
  return compact({
    facts: compact({
      ids,
      title,
      abstract: abstractOf(work.abstract_inverted_index ?? {}),
      authors,
      authorCount: authors.length,
      publishedOn: parseIsoDate(work.publication_date ?? '') ?? undefined,
      categories: [],
      keywords: work.topics,
    }),
    link: work.id,
    citations: work.cited_by_count,
  });
}

function idsOf({ doi, ids, locations }: v.InferOutput<typeof WORK>): PaperIds {
  const arxiv = locations.flatMap(({ landing_page_url: url = '' }) => {
    const path = /^https?:\/\/arxiv\.org\/(?:abs|pdf)\/(.+?)(?:\.pdf)?$/.exec(url)?.[1];
    return path === undefined ? [] : (parseArxivId(path)?.id ?? []);
  });
  return compact({
    arxiv: arxiv[0],
    doi: parseDoi(doi ?? '') ?? undefined,
    pmid: parsePmid(numberAtEnd(ids?.pmid)) ?? undefined,
    pmcid: parsePmcid(`PMC${numberAtEnd(ids?.pmcid)}`) ?? undefined,
  });
}

/** `https://pubmed.ncbi.nlm.nih.gov/34012082` → `34012082`; '' when there is none. */
function numberAtEnd(url = ''): string {
  return /(\d+)\/?$/.exec(url)?.[1] ?? '';
}

/** OpenAlex gives an abstract as the positions of its words, as it may not pass on the text itself. */
function abstractOf(positions: Readonly<Record<string, readonly number[]>>): string | undefined {
  const words: string[] = [];
  for (const [word, at] of Object.entries(positions)) {
    for (const position of at) if (position < MAX_WORDS) words[position] = word;
  }
  const text = plainText(words.filter((word) => word !== undefined).join(' '));
  return text === '' ? undefined : text;
}
