import * as v from 'valibot';
import { lenient, lenientList, lenientText as text, wholeCount as count } from '../../lenient';
import { parseWebLink } from '../web-link';

/** Longer "keywords" are sentences that went astray; the longest real one of 2024 to 2026 has 73 characters. */
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

/** Hidden authors were removed from the paper's page by someone; they are not shown here either. */
const shownAuthor = v.pipe(
  v.object({ name: text, hidden: v.optional(v.unknown()) }),
  v.check(({ hidden }) => hidden !== true),
  v.transform(({ name }) => name),
);

/** One item of `/api/daily_papers`; every field may be missing or odd, only the two objects must be there. */
export const HfRecordSchema = v.object({
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

/** What `HfRecordSchema` gives: absent for every field that was not usable. */
export type HfRecord = v.InferOutput<typeof HfRecordSchema>;
