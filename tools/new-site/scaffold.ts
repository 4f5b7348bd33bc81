/** A file to write: new, or with new lines in it. */
export interface ScaffoldedFile {
  readonly path: string;
  readonly text: string;
}

/** What a new site is called, and whether its pages need a reader of their own. */
export interface NewSite {
  readonly id: string;
  readonly isOwnReader: boolean;
}

/** The table of URLs. */
export const TABLE_FILE = 'lib/sites/generic-sites.ts';

/** The table of readers. */
export const READERS_FILE = 'lib/sites/read-page.ts';

/**
 * The three places of a new site: its line in the table, its fixtures and, if it is to have one, its reader
 * with a test and a line in the table of readers. Hosts and words are to be replaced: `x.example` is nobody's
 * host.
 *
 * Errors: an id that is taken or no id at all throws, with the reason.
 */
export function scaffoldSite(
  { id, isOwnReader }: NewSite,
  read: (path: string) => string,
): readonly ScaffoldedFile[] {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(id)) {
    throw new Error(
      `"${id}" is no id: lower-case letters, digits and single hyphens, as in "arxiv-mirrors".`,
    );
  }
  const table = read(TABLE_FILE);
  if (table.includes(`\n${id} | `)) throw new Error(`${TABLE_FILE} has a site "${id}" already.`);
  const row = String.raw`${id} | ${id} | ${id}.example | /papers/* | /papers/(?<record>\d+){pdf}?`;
  return [
    { path: TABLE_FILE, text: insertSorted(table, row, /^([a-z\d-]+) \| /) },
    ...fixtures(id),
    ...(isOwnReader ? reader(id, read(READERS_FILE)) : []),
  ];
}

function fixtures(id: string): readonly ScaffoldedFile[] {
  const folder = `tests/fixtures/sites/${id}`;
  const url = `https://${id}.example/papers/1`;
  const examples = `{
  "papers": [
    {"url": "${url}", "record": "1", "view": "abstract"},
    {"url": "${url}.pdf", "record": "1", "view": "pdf"}
  ],
  "others": [
    "https://${id}.example/",
    "https://${id}.example/papers/",
    "https://${id}.example/search?q=1"
  ]
}
`;
  const page = `<!-- Imitates ${url} as seen 2000-01; the words are our own. -->
<!doctype html>
<html>
<head>
<title>A Title of Our Own</title>
<meta name="citation_title" content="A Title of Our Own" />
<meta name="citation_author" content="Author, First" />
</head>
<body></body>
</html>
`;
  const expected = {
    'paper.html': { ids: {}, title: 'A Title of Our Own', authors: ['First Author'], categories: [] },
  };
  return [
    { path: `${folder}/examples.json`, text: examples },
    { path: `${folder}/paper.html`, text: page },
    { path: `${folder}/expected.json`, text: `${JSON.stringify(expected, null, 2)}\n` },
  ];
}

function reader(id: string, readers: string): readonly ScaffoldedFile[] {
  const name = `read${id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}`;
  const file = `import type { PaperMeta } from '../model/paper/page';
import { readMeta } from './meta';

/** Reads a paper of ${id}, whose tags lack … */
export function ${name}(page: Document): PaperMeta | null {
  return readMeta(page);
}
`;
  const test = `import { describe, expect, it } from 'vitest';
import { ${name} } from '../../../lib/sites/${id}';
import { pageOf } from '../../support/sites/page';

describe('${name}', () => {
  it('gives null where there is no paper', () => {
    expect(${name}(pageOf('<h1>Journal home</h1>'))).toBeNull();
  });
});
`;
  const key = id.includes('-') ? `'${id}'` : id;
  const imported = insertSorted(
    readers,
    `import { ${name} } from './${id}';`,
    /^import .* from '\.\/([a-z\d-]+)';$/,
  );
  return [
    { path: `lib/sites/${id}.ts`, text: file },
    { path: `tests/unit/sites/${id}.test.ts`, text: test },
    { path: READERS_FILE, text: insertSorted(imported, `  ${key}: ${name},`, /^ {2}'?([a-z\d-]+)'?: [^ ]/) },
  ];
}

/** Puts a line before the first of those like it that sorts after it, else behind the last of them. */
function insertSorted(text: string, line: string, like: RegExp): string {
  const lines = text.split('\n');
  const keyOf = (written: string): string | undefined => like.exec(written)?.[1];
  const key = keyOf(line) ?? '';
  const alike = lines.flatMap((written, index) => (keyOf(written) === undefined ? [] : index));
  const next = alike.find((index) => (keyOf(lines[index] ?? '') ?? '') > key);
  return lines.toSpliced(next ?? (alike.at(-1) ?? lines.length) + 1, 0, line).join('\n');
}
