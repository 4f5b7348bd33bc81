import { escapeMarkup } from '../responses';
import type { ReplayPaper } from '../types';

const OPEN =
  "<?xml version='1.0' encoding='UTF-8'?>\n" +
  '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">';

/** The API's envelope around some entries. */
export function atomFeed(
  query: string,
  entries: readonly string[],
  { start, total }: { readonly start: number; readonly total: number },
): string {
  return `${OPEN}
  <id>https://arxiv.org/api/replay</id>
  <title>arXiv Query: ${escapeMarkup(query)}</title>
  <updated>${new Date().toISOString().slice(0, 19)}Z</updated>
  <link href="https://arxiv.org/api/query?${escapeMarkup(query)}" type="application/atom+xml"/>
  <opensearch:itemsPerPage>${entries.length}</opensearch:itemsPerPage>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>${start}</opensearch:startIndex>
${entries.join('\n')}
</feed>
`;
}

/** One paper as the API gives it. */
export function atomEntry(paper: ReplayPaper): string {
  const [primary = '', ...others] = paper.categories;
  const versioned = `${paper.id}v${paper.version}`;
  const authors = paper.authors.map(
    (name) => `    <author>\n      <name>${escapeMarkup(name)}</name>\n    </author>`,
  );
  const categories = [primary, ...others].map(
    (term) => `    <category term="${term}" scheme="http://arxiv.org/schemas/atom"/>`,
  );
  return `  <entry>
    <id>http://arxiv.org/abs/${versioned}</id>
    <title>${escapeMarkup(paper.title)}</title>
    <updated>${paper.publishedOn}T09:00:00Z</updated>
    <link href="https://arxiv.org/abs/${versioned}" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${versioned}" rel="related" type="application/pdf" title="pdf"/>
    <summary>${escapeMarkup(paper.abstract)}</summary>
${categories.join('\n')}
    <published>${paper.publishedOn}T09:00:00Z</published>
    <arxiv:primary_category term="${primary}"/>
${authors.join('\n')}
  </entry>`;
}

/** What the API answers to a request that it cannot read. */
export function atomError(message: string): string {
  return atomFeed(
    '',
    [
      `  <entry>
    <id>https://arxiv.org/api/errors#${escapeMarkup(message.replaceAll(' ', '_'))}</id>
    <title>Error</title>
    <updated>${new Date().toISOString().slice(0, 19)}Z</updated>
    <summary>${escapeMarkup(message)}</summary>
    <author>
      <name>arXiv api core</name>
    </author>
  </entry>`,
    ],
    { start: 0, total: 1 },
  );
}
