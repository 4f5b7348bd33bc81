import type { IsoDate } from '../../../lib/model/dates';
import { escapeMarkup } from '../responses';
import type { ReplayPaper } from '../types';

/** The channel of arXiv's daily feed; a day without announcements has no items, as at weekends. */
export function rssChannel(
  categories: readonly string[],
  items: readonly string[],
  day: IsoDate | undefined,
): string {
  const name = categories.join('+');
  const date = day === undefined ? '' : `\n    <pubDate>${announcedAt(day)}</pubDate>`;
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
  <channel>
    <title>${escapeMarkup(name)} updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/${escapeMarkup(name)}</link>
    <description>${escapeMarkup(name)} updates on the arXiv.org e-print archive.</description>
    <atom:link href="http://rss.arxiv.org/rss/${escapeMarkup(name)}" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <language>en-us</language>${date}
    <skipDays>
      <day>Sunday</day>
      <day>Saturday</day>
    </skipDays>
${items.join('\n')}
  </channel>
</rss>
`;
}

/** One new paper as the feed announces it on a day. */
export function rssItem(paper: ReplayPaper, day: IsoDate): string {
  const versioned = `${paper.id}v${paper.version}`;
  const categories = paper.categories.map((category) => `      <category>${category}</category>`);
  return `    <item>
      <title>${escapeMarkup(paper.title)}</title>
      <link>https://arxiv.org/abs/${paper.id}</link>
      <description>arXiv:${versioned} Announce Type: new 
Abstract: ${escapeMarkup(paper.abstract)}</description>
      <guid isPermaLink="false">oai:arXiv.org:${versioned}</guid>
${categories.join('\n')}
      <pubDate>${announcedAt(day)}</pubDate>
      <arxiv:announce_type>new</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>${escapeMarkup(paper.authors.join(', '))}</dc:creator>
    </item>`;
}

/** Midnight US Eastern as the feed writes it: `Mon, 27 Apr 2026 00:00:00 -0400`. */
function announcedAt(day: IsoDate): string {
  return new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '-0400');
}
