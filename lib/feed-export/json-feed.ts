import { compact } from '../model/compact';
import type { Paper } from '../model/paper/paper';
import { entryOf, type ExportedList, publishedOf } from './entry';

const VERSION = 'https://jsonfeed.org/version/1.1';

/**
 * A list as JSON Feed 1.1. `_paperkin` holds what the format has no field for.
 *
 * Source: https://www.jsonfeed.org/version/1.1/
 */
export function toJsonFeed({ title, url, publisher, papers }: ExportedList): string {
  const feed = {
    version: VERSION,
    title,
    home_page_url: url,
    authors: [{ name: publisher }],
    language: 'en',
    items: papers.map(toItem),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function toItem(paper: Paper): object {
  const { id, url, pdf, code } = entryOf(paper);
  const { title, abstract, authors, keywords, categories, organisation, upvotes, comments } = paper;
  return compact({
    id,
    url: url ?? undefined,
    title,
    // An item must have content.
    content_text: abstract ?? title,
    summary: paper.aiSummary,
    date_published: publishedOf(paper),
    authors: authors.length === 0 ? undefined : authors.map((name) => ({ name })),
    tags: [...new Set([...keywords, ...categories])],
    attachments: pdf === null ? undefined : [{ url: pdf, mime_type: 'application/pdf', title: 'PDF' }],
    _paperkin: compact({
      ids: paper.ids,
      author_count: paper.authorCount,
      organisation,
      upvotes,
      comments,
      code_url: code ?? undefined,
      listed_on: paper.listedOn,
    }),
  });
}
