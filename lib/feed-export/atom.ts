import type { Paper } from '../model/paper/paper';
import { entryOf, type ExportedList, publishedOf } from './entry';

/**
 * A list as an Atom feed (RFC 4287). Texts are plain (`type="text"`), never markup.
 *
 * The list's page is its id. An entry counts as updated on the day it was listed: later changes only concern
 * vote counts, which are not news.
 */
export function toAtom({ title, url, publisher, updatedAtMs, papers }: ExportedList): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${escapeXml(url)}</id>`,
    `  <title>${escapeXml(title)}</title>`,
    `  <updated>${new Date(updatedAtMs).toISOString()}</updated>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    // For entries whose authors are not known, which RFC 4287 allows only under a feed with an author.
    `  <author><name>${escapeXml(publisher)}</name></author>`,
    '  <generator>Paperkin</generator>',
    ...papers.flatMap(toEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function toEntry(paper: Paper): readonly string[] {
  const { id, url, pdf, discussion, code, dated } = entryOf(paper);
  const published = publishedOf(paper);
  const tags = [...new Set([...paper.categories, ...paper.keywords])];
  const related = [discussion, code].filter((link) => link !== null && link !== url);
  return [
    '  <entry>',
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(paper.title)}</title>`,
    `    <updated>${dated}</updated>`,
    ...(published === undefined ? [] : [`    <published>${published}</published>`]),
    ...(url === null ? [] : [`    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`]),
    ...(pdf === null ? [] : [`    <link rel="enclosure" type="application/pdf" href="${escapeXml(pdf)}"/>`]),
    ...related.map((link) => `    <link rel="related" href="${escapeXml(link ?? '')}"/>`), // Null was left out above.
    ...paper.authors.map((name) => `    <author><name>${escapeXml(name)}</name></author>`),
    ...tags.map((tag) => `    <category term="${escapeXml(tag)}"/>`),
    // An entry without an alternate link must have content; empty content counts.
    url === null
      ? `    <content>${escapeXml(paper.abstract ?? '')}</content>`
      : `    <summary>${escapeXml(paper.abstract ?? '')}</summary>`,
    '  </entry>',
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 forbids even when escaped: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- Finding them is its purpose.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
