import * as v from 'valibot';
import { parseArxivId } from '../../model/paper/arxiv-id';
import { compact } from '../../model/compact';
import { parseIsoDate } from '../../model/dates';
import type { DropReason } from '../../model/feed/request';
import { HfRecordSchema } from './schema';
import type { HfRecord } from './schema';
import type { SourceRecord } from '../types';

/** A record that was read, or why it was left out. */
export type ReadOutcome = { readonly record: SourceRecord } | { readonly drop: DropReason };

/**
 * Reads one item of the list, whatever is odd about it.
 *
 * The inner values are preferred: there titles are already freed of TeX, and dates are those of the paper.
 * What is left of markup in a title belongs to it (`<think>`, `$`), so nothing is converted.
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

  const codeUrl = paper.githubRepo;
  const record = compact({
    paper: compact({
      ids: { arxiv: id.id },
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
    link: `https://huggingface.co/papers/${id.id}`,
    edition: editionOf(paper, outer),
  });
  return { record };
}

/**
 * The day of the list that a record is on. Before 2025-03 only the outer date tells it, which has become the
 * paper's own since.
 */
function editionOf(paper: HfRecord['paper'], outer: Pick<HfRecord, 'publishedAt'>) {
  return dayOf(paper.submittedOnDailyAt) ?? dayOf(outer.publishedAt);
}

function dayOf(text: string | undefined) {
  return text === undefined ? undefined : (parseIsoDate(text) ?? undefined);
}
