import { ParseError } from '../../errors';
import { type IsoDate, parseIsoDate } from '../../model/dates';
import { collapseSpace } from '../../text/plain';
import type { RawArxivRecord } from './record';
import { child, childText, children, type XmlElement } from '../xml';

/**
 * Reads the daily feed, as RSS 2.0 or as Atom; a weekend's feed has no items.
 *
 * New papers, cross-lists and replacements are told apart.
 *
 * Errors: `ParseError` when the document is neither.
 *
 * Source: https://info.arxiv.org/help/rss_specifications.html and atom_specifications.html
 */
export function readArxivFeed(document: XmlElement): readonly RawArxivRecord[] {
  const channel = document.name === 'rss' ? child(document, 'channel') : document;
  if (channel === undefined || !['channel', 'feed'].includes(channel.name)) {
    throw new ParseError(`Expected a feed of arXiv, got <${document.name}>`);
  }
  const listedOn = announcementDay(channel);
  return [...children(channel, 'item'), ...children(channel, 'entry')].map((item) =>
    readItem(item, listedOn),
  );
}

function readItem(item: XmlElement, listedOn: IsoDate | undefined): RawArxivRecord {
  const { announced, abstract } = readDescription(
    childText(item, 'description') ?? childText(item, 'summary'),
  );
  const type = childText(item, 'arxiv:announce_type') ?? announced ?? 'new';
  const link = child(item, 'link');
  return {
    id:
      childText(item, 'guid') ?? childText(item, 'id') ?? childText(item, 'link') ?? link?.attributes['href'],
    title: childText(item, 'title'),
    abstract,
    authors: children(item, 'dc:creator').flatMap(({ text }) => splitAuthors(text)),
    categories: children(item, 'category').map(
      ({ text, attributes }) => attributes['term'] ?? collapseSpace(text),
    ),
    doi: childText(item, 'arxiv:DOI'),
    publishedOn: undefined, // The feed gives the day of the announcement, never that of the submission.
    edition: listedOn ?? announcementDay(item),
    announced: type.startsWith('replace') ? 'replaced' : type === 'cross' ? 'cross' : undefined,
  };
}

/** `arXiv:2604.21935v1 Announce Type: new Abstract: …`, or the abstract alone. */
function readDescription(text = ''): { readonly announced?: string; readonly abstract: string } {
  const match = /^arXiv:\S+\s+Announce Type:\s*([a-z-]+)\s*(?:Abstract:\s*)?/i.exec(text);
  if (match === null) return { abstract: text };
  const [head, announced = ''] = match;
  return { announced: announced.toLowerCase(), abstract: text.slice(head.length) };
}

/**
 * The day as written: `Mon, 27 Apr 2026 00:00:00 -0400` is midnight in New York of the list's day. In Atom
 * only the entries have it; the feed's `updated` is a moment in UTC.
 */
function announcementDay(element: XmlElement): IsoDate | undefined {
  const text = childText(element, 'pubDate') ?? childText(element, 'published') ?? '';
  const [, day = '', month = '', year = ''] = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b/.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return parseIsoDate(number > 0 ? `${year}-${number}-${day}` : text) ?? undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The names in a `dc:creator` field: one string, separated by commas.
 *
 * Drops affiliations in parentheses, with any commas in them, and keeps a `Jr.` with its name.
 *
 * Cost: linear in the length.
 */
export function splitAuthors(creators: string): readonly string[] {
  const names: string[] = [];
  for (const part of withoutAffiliations(creators).split(',')) {
    const name = collapseSpace(part);
    if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(name) && names.length > 0) names.push(`${names.pop()}, ${name}`);
    else if (name !== '') names.push(name);
  }
  return names;
}

/** Unbalanced parentheses mark no affiliation: then we remove only the signs. */
function withoutAffiliations(text: string): string {
  let depth = 0;
  let outside = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (depth === 0) outside += char;
    if (depth < 0) break;
  }
  return depth === 0 ? outside : text.replace(/[()]/g, ' ');
}
