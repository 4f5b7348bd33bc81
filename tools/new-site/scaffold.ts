/** A file to write: new, or with new lines in it. */
interface ScaffoldedFile {
  readonly path: string;
  readonly text: string;
}

/** The table of all sites, and of the readers. */
export const TABLE_FILE = 'lib/sites/index.ts';

/** The group that a new site joins unless another one is named. */
export const DEFAULT_GROUP = 'publishers';

/** The file of a group. */
export function groupFile(group: string): string {
  return `lib/sites/groups/${group}.ts`;
}

/**
 * The files of a new site: its entry in a group, or a module of its own with a test and its lines in the
 * table; and its fixtures. Hosts and words wait for real ones: `x.example` is nobody's host.
 *
 * `group`: the file in `lib/sites/groups` that the entry joins; null for a module of its own, as the pages
 * need a reader. Errors: `Error` with the reason, when the id is taken or malformed.
 */
export function scaffoldSite(
  id: string,
  group: string | null,
  takenIds: readonly string[],
  read: (path: string) => string,
): readonly ScaffoldedFile[] {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(id)) {
    throw new Error(
      `"${id}" is no id: lower-case letters, digits and single hyphens, as in "arxiv-mirrors".`,
    );
  }
  if (takenIds.includes(id)) throw new Error(`There is a site "${id}" already.`);
  return [
    ...(group === null ? ownModule(id, read(TABLE_FILE)) : [entryIn(groupFile(group), id, read)]),
    ...fixtures(id),
  ];
}

function entryOf(id: string): string {
  const url = `https://${id}.example/papers/1`;
  return `site({
  id: '${id}',
  name: '${id}',
  hosts: ['${id}.example'],
  pages: ['/papers/*'],
  papers: () => [
    {
      example: '${url}',
      path: exactly\`/papers/(?<record>\\d+)(\\.html|(?<pdf>\\.pdf))?\`,
    },
  ],
})`;
}

function entryIn(path: string, id: string, read: (path: string) => string): ScaffoldedFile {
  const text = read(path);
  const entry = `  ${entryOf(id).replaceAll('\n', '\n  ')},\n`;
  const entries = [...text.matchAll(/^ {2}site\(\{\n {4}id: '(.+)',$/gm)];
  const next = entries.find(([, other = '']) => other > id)?.index ?? text.lastIndexOf('];');
  return { path, text: text.slice(0, next) + entry + text.slice(next) };
}

function ownModule(id: string, table: string): readonly ScaffoldedFile[] {
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const reader = `read${name.replace(/^./, (letter) => letter.toUpperCase())}`;
  const file = `import type { PaperMeta } from '../model/paper/page';
import { exactly, site } from './urls/define-site';
import { readMeta } from './meta/read-meta';

/** Papers on https://${id}.example */
export const urls = ${entryOf(id)};

/** Reads a paper, whose tags lack … */
export function read(page: Document): PaperMeta | null {
  return readMeta(page);
}
`;
  const imported = insertSorted(
    table,
    `import { read as ${reader}, urls as ${name} } from './${id}';`,
    /^import .* from '\.\/([a-z\d-]+)';$/,
  );
  const listed = insertSorted(imported, `    ${name},`, /^ {4}([a-z\d]+),$/i);
  const key = id.includes('-') ? `'${id}'` : id;
  return [
    { path: `lib/sites/${id}.ts`, text: file },
    {
      path: TABLE_FILE,
      text: insertSorted(listed, `  ${key}: ${reader},`, /^ {2}'?([a-z\d-]+)'?: read/),
    },
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

/** Puts a line before the first of those like it that sorts after it, else behind the last of them. */
function insertSorted(text: string, line: string, like: RegExp): string {
  const lines = text.split('\n');
  const keyOf = (written: string): string | undefined => like.exec(written)?.[1];
  const key = keyOf(line) ?? '';
  const alike = lines.flatMap((written, index) => (keyOf(written) === undefined ? [] : index));
  const next = alike.find((index) => (keyOf(lines[index] ?? '') ?? '') > key);
  return lines.toSpliced(next ?? (alike.at(-1) ?? lines.length) + 1, 0, line).join('\n');
}
