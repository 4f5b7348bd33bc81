import { ParseError } from '../../errors';
import { parseIsoDate } from '../../model/dates';
import { announcedOn } from './calendar';
import { collapseSpace } from '../../text/plain';
import type { RawArxivRecord } from './record';
import { child, childText, children, type XmlElement } from '../xml';

/** One page of the API's answer. */
export interface ArxivApiPage {
  readonly records: readonly RawArxivRecord[];
  /** Papers that the query has on all pages. */
  readonly total: number;
}

/**
 * Reads an answer of the API. An unknown id simply has no entry.
 *
 * Errors: `ParseError` when the document is no Atom feed, or when it holds arXiv's complaint about the query
 * (which comes as an entry titled "Error", sometimes with status 200).
 *
 * Source: https://info.arxiv.org/help/api/user-manual.html, sections 3.3 and 3.4
 */
export function readArxivApi(document: XmlElement): ArxivApiPage {
  if (document.name !== 'feed') throw new ParseError(`Expected an Atom feed, got <${document.name}>`);
  const entries = children(document, 'entry');
  const complaint = entries.find((entry) => /\/api\/errors(?:#|$)/.test(childText(entry, 'id') ?? ''));
  if (complaint !== undefined) {
    throw new ParseError(`arXiv refused the query: ${childText(complaint, 'summary') ?? 'no reason given'}`);
  }
  const total = Number(childText(document, 'totalResults') ?? entries.length);
  return { records: entries.map(readEntry), total: Number.isSafeInteger(total) ? total : entries.length };
}

function readEntry(entry: XmlElement): RawArxivRecord {
  const terms = [...children(entry, 'arxiv:primary_category'), ...children(entry, 'category')];
  const published = childText(entry, 'published') ?? '';
  const publishedOn = parseIsoDate(published) ?? undefined;
  return {
    id: childText(entry, 'id'),
    title: childText(entry, 'title'),
    abstract: childText(entry, 'summary'),
    authors: children(entry, 'author').map((author) => collapseSpace(child(author, 'name')?.text ?? '')),
    categories: terms.map(({ attributes }) => attributes['term'] ?? ''),
    doi: childText(entry, 'arxiv:doi'),
    publishedOn,
    edition: publishedOn === undefined ? undefined : announcedOn(Date.parse(published)),
    announced: undefined, // Only the caller, who asked for one category, knows which papers belong to another.
  };
}
