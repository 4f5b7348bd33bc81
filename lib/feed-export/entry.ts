import { bestLink, discussionUrl, httpsUrl, pdfUrl } from '../model/paper/links';
import type { Paper } from '../model/paper/paper';

/** What all formats say about a paper. Every link is `https:`. */
export interface ExportedEntry {
  /** An IRI that stays the same: the paper's own page, else a `urn:` of its key. */
  readonly id: string;
  /** The paper's page; null when no id has one. */
  readonly url: string | null;
  readonly pdf: string | null;
  /** Where it is discussed. */
  readonly discussion: string | null;
  readonly code: string | null;
  /** When it became part of a list: RFC 3339, midnight UTC of the day. */
  readonly dated: string;
}

/** Reads links, id and date of a paper for a file. */
export function entryOf(paper: Paper): ExportedEntry {
  const url = bestLink(
    paper.ids,
    paper.provenance.map(({ link }) => link),
  );
  const day = paper.listedOn ?? paper.publishedOn;
  return {
    id: url ?? `urn:paperkin:${encodeURIComponent(paper.key)}`,
    url,
    pdf: pdfUrl(paper.ids, paper.version),
    discussion: discussionUrl(paper.ids),
    code: httpsUrl(paper.codeUrl),
    dated: day === undefined ? new Date(paper.addedAtMs).toISOString() : `${day}T00:00:00Z`,
  };
}

/** The date of publication, RFC 3339; undefined when unknown. */
export function publishedOf({ publishedOn }: Paper): string | undefined {
  return publishedOn === undefined ? undefined : `${publishedOn}T00:00:00Z`;
}

/** A list of papers as it goes into a file: that of a day, week or month, or any other that is on screen. */
export interface ExportedList {
  /** As on screen: `Hugging Face, Tuesday 9 June 2026`. */
  readonly title: string;
  /** The list's page at its source, which also names the list in an Atom feed. */
  readonly url: string;
  /** Who publishes the list. */
  readonly publisher: string;
  /** When it was last fetched, ms since epoch. */
  readonly updatedAtMs: number;
  /** In the list's order. */
  readonly papers: readonly Paper[];
}
