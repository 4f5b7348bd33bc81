import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites';
import { sources } from '../../lib/sources';
import { ARXIV_CATEGORIES } from '../../lib/sources/arxiv/categories';
import { repositoryFiles, root, textOf } from '../support/repository';

const documents = repositoryFiles().filter((path) => path.endsWith('.md'));
const readme = textOf('README.md').replace(/\s+/g, ' ');
const packageJson = JSON.parse(textOf('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  version: string;
};

describe('the documents', () => {
  it.each(documents)('%s links only to files that are there', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, link]) => link ?? '',
    );
    const dead = links.filter((link) => !existsSync(join(root, dirname(path), link)));
    expect(dead).toEqual([]);
  });

  it.each(documents)('%s names only commands that package.json has', (path) => {
    const commands = [...textOf(path).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => packageJson.scripts[name] === undefined)).toEqual([]);
  });

  it('README lists every site and source of the tables', () => {
    const names = [...sites, ...sources].map(({ name }) => name);
    expect(names.filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('README lists the sites to be allowed as the table has them', () => {
    const [, number, list = ''] =
      /(\d+) more sites, each once you allow it: (.+?)\. On any other/.exec(readme) ?? [];
    const optional = sites.filter(({ access }) => access === 'optional').map(({ name }) => name);

    expect(list.split(', ')).toEqual(optional.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(Number(number)).toBe(optional.length);
  });

  it('quote the number of arXiv categories as the table has it', () => {
    const quoted = documents.flatMap((path) =>
      [...textOf(path).matchAll(/(\d+) arXiv categories/g)].map(([, number]) => Number(number)),
    );
    expect(quoted.filter((number) => number !== ARXIV_CATEGORIES.length)).toEqual([]);
  });

  it('ARCHITECTURE gives the reason of every package', () => {
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
