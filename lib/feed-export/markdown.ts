import type { Paper } from '../model/paper/paper';
import { isoDateOf } from '../model/dates';
import { entryOf, type ExportedList } from './entry';

/** Names of authors in a line; more are counted. */
const MAX_AUTHORS = 3;

/** A list as Markdown (CommonMark): a heading and a paragraph a paper. A paper's text can never become markup. */
export function toMarkdown({ title, url, updatedAtMs, papers }: ExportedList): string {
  const head = `# ${escapeMarkdown(title)}\n\n<${linkTarget(url)}>, fetched ${isoDateOf(updatedAtMs)}.\n`;
  return [head, ...papers.map(toSection)].join('\n');
}

function toSection(paper: Paper): string {
  const { url } = entryOf(paper);
  const title = escapeMarkdown(paper.title);
  const heading = `## ${url === null ? title : `[${title}](<${linkTarget(url)}>)`}`;
  const paragraphs = [factsLine(paper), escapeMarkdown(paper.abstract ?? ''), linksLine(paper)];
  return `${[heading, ...paragraphs.filter((text) => text !== '')].join('\n\n')}\n`;
}

function factsLine({ authors, authorCount, organisation, upvotes, publishedOn }: Paper): string {
  const named = authors.slice(0, MAX_AUTHORS).map(escapeMarkdown);
  const others = Math.max(authorCount, authors.length) - named.length;
  const people =
    named.length === 0
      ? others === 0
        ? undefined
        : `${others} ${others === 1 ? 'author' : 'authors'}`
      : `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  const votes = upvotes === undefined ? undefined : `${upvotes} ${upvotes === 1 ? 'upvote' : 'upvotes'}`;
  const parts = [
    people,
    organisation === undefined ? undefined : escapeMarkdown(organisation),
    publishedOn,
    votes,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function linksLine(paper: Paper): string {
  const { pdf, discussion, code } = entryOf(paper);
  const links = [
    ['PDF', pdf],
    ['Discussion', discussion],
    ['Code', code],
  ] as const;
  return links
    .flatMap(([text, link]) => (link === null ? [] : [`[${text}](<${linkTarget(link)}>)`]))
    .join(' · ');
}

/**
 * Makes every character of a text stand for itself: collapses white space, and escapes punctuation that can
 * have a meaning or begin a list, a quotation or a heading's underline.
 *
 * Source: https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&$!]/g, '\\$&')
    .replace(/^(?:[-+=:]|(\d{1,9})(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Inside `<…>` only these three can end the link early. */
function linkTarget(url: string): string {
  return url.replace(/[<>\s]/g, encodeURIComponent);
}
