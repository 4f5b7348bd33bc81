import * as v from 'valibot';
import { lenient, lenientList, lenientText as text, wholeCount as count } from '../../parse';
import { compact } from '../../model/compact';
import { parseIsoDate } from '../../model/dates';
import { parseArxivId } from '../../model/paper/ids';
import type { ReadOutcome } from '../outcome';
import { HF_DAILY } from './about';

/**
 * Reads one item of a list, however odd.
 *
 * We prefer the inner values: their titles are free of TeX, and their dates are the paper's. Any markup left
 * in a title (`<think>`, `$`) belongs to it, so nothing is converted.
 */
export function readHfRecord(item: unknown): ReadOutcome {
  const read = v.safeParse(HfRecordSchema, item);
  if (!read.success) return { drop: 'not-an-object' };
  const { paper, ...outer } = read.output;

  const id = parseArxivId(paper.id ?? '');
  if (id === null) return { drop: 'no-id' };
  const title = paper.title ?? outer.title;
  if (title === undefined) return { drop: 'no-title' };
  const abstract = paper.summary ?? outer.summary;
  if (paper.authors.length === 0 && abstract === undefined) return { drop: 'no-authors' };

  const ids = { arxiv: id.id };
  const codeUrl = paper.githubRepo;
  const record = compact({
    paper: compact({
      ids,
      title,
      abstract,
      authors: paper.authors,
      authorCount: paper.authors.length,
      organisation: paper.organization ?? outer.organization,
      publishedOn: dayOf(paper.publishedAt),
      version: id.version,
      categories: [],
      keywords: paper.ai_keywords,
      upvotes: paper.upvotes,
      comments: outer.numComments,
      aiSummary: paper.ai_summary,
      codeUrl,
      codeStars: codeUrl === undefined ? undefined : paper.githubStars,
      projectUrl: paper.projectPage,
    }),
    link: HF_DAILY.paperUrl(ids),
    edition: editionOf(paper, outer),
  });
  return { record };
}

/**
 * The day whose list a record is on. Before 2025-03 only the outer date told it; since then the outer date is
 * the paper's own.
 */
function editionOf(paper: HfRecord['paper'], outer: Pick<HfRecord, 'publishedAt'>) {
  return dayOf(paper.submittedOnDailyAt) ?? dayOf(outer.publishedAt);
}

function dayOf(text: string | undefined) {
  return text === undefined ? undefined : (parseIsoDate(text) ?? undefined);
}

/**
 * A web address out of an untrusted field, in normal form; null for any other scheme or text.
 *
 * Drops stray white space (line breaks inside too, as browsers do), and refuses an address with a user name,
 * which only disguises where a link goes.
 */
export function parseWebLink(text: string, schemes: readonly string[] = ['https:', 'http:']): string | null {
  const address = text.trim();
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return schemes.includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
}

/** A longer "keyword" is a stray sentence; the longest real one of 2024 to 2026 has 73 characters. */
const MAX_KEYWORD_CHARS = 120;

const webLink = (...schemes: readonly string[]) =>
  v.pipe(
    v.string(),
    v.transform((written) => parseWebLink(written, schemes)),
    v.string(), // Null, which is no link, fails here.
  );

/** The name to show: `fullname` as people write it, else the account. */
const organisation = v.pipe(
  v.object({ fullname: lenient(text), name: lenient(text) }),
  v.transform(({ fullname, name }) => fullname ?? name),
  v.string(),
);

/** Somebody hid these authors on the paper's page, so we do not show them either. */
const shownAuthor = v.pipe(
  v.object({ name: text, hidden: v.optional(v.unknown()) }),
  v.check(({ hidden }) => hidden !== true),
  v.transform(({ name }) => name),
);

/** One item of `/api/daily_papers`; every field may be missing or odd, only the two objects must be there. */
const HfRecordSchema = v.object({
  paper: v.object({
    id: lenient(text),
    title: lenient(text),
    summary: lenient(text),
    authors: lenientList(shownAuthor),
    publishedAt: lenient(text),
    submittedOnDailyAt: lenient(text),
    upvotes: lenient(count),
    ai_keywords: lenientList(v.pipe(text, v.maxLength(MAX_KEYWORD_CHARS))),
    ai_summary: lenient(text),
    githubRepo: lenient(webLink('https:')),
    githubStars: lenient(count),
    projectPage: lenient(webLink('https:', 'http:')),
    organization: lenient(organisation),
  }),
  title: lenient(text),
  summary: lenient(text),
  publishedAt: lenient(text),
  numComments: lenient(count),
  organization: lenient(organisation),
});

/** Absent for every field that was not usable. */
type HfRecord = v.InferOutput<typeof HfRecordSchema>;
