import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites';
import { ARXIV_CATEGORIES } from '../../lib/sources/arxiv/categories';
import { SOURCES } from '../../lib/sources/descriptions';
import { withLists } from '../../tools/write-readme/lists';
import { repositoryFiles, root, sourceFiles, textOf } from '../support/repository';

const documents = repositoryFiles().filter((path) => path.endsWith('.md'));
/** A newcomer reads each in one sitting (lines). The changelog only grows. */
const MAX_LINES: Readonly<Record<string, number>> = {
  'ARCHITECTURE.md': 160,
  'CONTRIBUTING.md': 150,
  'PRIVACY.md': 60,
  'README.md': 120,
  'docs/design.md': 120,
};
const MAX_LINES_OF_DECISION = 60;
const MAX_LINES_ELSEWHERE = 200;

/** A folder or file of ours in backticks: `lib/sites`, `tests/structure/files.test.ts`. */
const OWN_PATH = /`((?:\.ci|\.github|components|docs|entrypoints|lib|public|tests|tools)\/[\w./-]+)`/g;

const readme = textOf('README.md');
const packageJson = JSON.parse(textOf('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  version: string;
};

describe('the documents', () => {
  it.each(documents)('%s links only to files that exist', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, link]) => link ?? '',
    );
    const dead = links.filter((link) => !existsSync(join(root, dirname(path), link)));
    expect(dead).toEqual([]);
  });

  it.each(documents)('%s names only paths that are there', (path) => {
    const paths = [...textOf(path).matchAll(OWN_PATH)].map(([, name]) => name ?? '');
    expect(paths.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it.each(documents.filter((path) => path !== 'CHANGELOG.md'))('%s is short', (path) => {
    const most =
      MAX_LINES[path] ?? (path.startsWith('docs/decisions/') ? MAX_LINES_OF_DECISION : MAX_LINES_ELSEWHERE);
    expect(textOf(path).split('\n').length - 1, 'Move what is detail into docs/').toBeLessThanOrEqual(most);
  });

  it('number the decisions from 001 without gaps', () => {
    const numbers = documents
      .filter((path) => path.startsWith('docs/decisions/'))
      .map((path) => Number(/\/(\d{3})-[\w-]+\.md$/.exec(path)?.[1]));
    expect(numbers).toEqual(numbers.map((_, position) => position + 1));
  });

  it('cite design.md by sections that it has', () => {
    const sections = new Set(
      [...textOf('docs/design.md').matchAll(/^## (\d+)\./gm)].map(([, number]) => number),
    );
    const cited = [
      ...documents,
      ...sourceFiles('lib', 'components', 'entrypoints', 'tools', 'tests'),
    ].flatMap((path) =>
      [...textOf(path).matchAll(/design\.md\)?,[\s*]+sections? (\d+)(?: and (\d+))?/g)]
        .flatMap(([, ...numbers]) => numbers)
        .filter((number) => number !== undefined)
        .map((number) => ({ path, number })),
    );
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(({ number }) => !sections.has(number))).toEqual([]);
  });

  it.each(documents)('%s names only commands that package.json has', (path) => {
    const commands = [...textOf(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => packageJson.scripts[name] === undefined)).toEqual([]);
  });

  it('README names every required site, and lists the others and the sources as the tables do', () => {
    const required = sites.filter(({ access }) => access !== 'optional').map(({ name }) => name);
    expect(required.filter((name) => !readme.includes(`| ${name} `))).toEqual([]);
    expect(readme, '`npm run fix` writes it').toBe(withLists(readme, sites, SOURCES));
  });

  it('give the number of arXiv categories as the table does', () => {
    const quoted = documents.flatMap((path) =>
      [...textOf(path).matchAll(/(\d+) arXiv categories/g)].map(([, number]) => Number(number)),
    );
    expect(quoted.filter((number) => number !== ARXIV_CATEGORIES.length)).toEqual([]);
  });

  it('ARCHITECTURE gives a reason for every package', () => {
    const text = textOf('ARCHITECTURE.md');
    const packages = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(packages.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('CHANGELOG has an entry for the version of package.json', () => {
    expect(textOf('CHANGELOG.md')).toContain(`## ${packageJson.version}`);
  });

  it('pins every package to one version', () => {
    const versions = Object.entries({ ...packageJson.dependencies, ...packageJson.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
