import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFiles, sourceFiles, textOf } from '../support/repository';
import { fixtureFolders } from '../support/sites/site-fixtures';

const MAX_LINES = 300;
/** A component or hook below this belongs to what it serves. */
const MIN_COMPONENT_LINES = 20;
/** What one can survey at a glance, styles included; a folder with more needs rooms. */
const MAX_FILES_PER_FOLDER = 22;
/** Tables with a file per row: they grow with what is supported, not with what one has to understand. */
const TABLES = ['lib/sites', 'lib/sources', 'lib/providers'];

const TOP_LEVEL = new Set([
  '.ci',
  '.gitattributes',
  '.github',
  '.gitignore',
  '.nvmrc',
  '.oxfmtrc.json',
  '.oxlintrc.json',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'PRIVACY.md',
  'README.md',
  'components',
  'docs',
  'entrypoints',
  'knip.json',
  'lib',
  'package-lock.json',
  'package.json',
  'public',
  'tests',
  'tools',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
]);

describe('the repository', () => {
  it('has only the top-level entries that ARCHITECTURE.md names', () => {
    const entries = new Set(repositoryFiles().map((path) => path.split('/')[0] ?? ''));
    const unknown = [...entries].filter((entry) => !TOP_LEVEL.has(entry));
    expect(
      unknown,
      'Move it into a folder that is there, or give the reason in ARCHITECTURE.md and here',
    ).toEqual([]);
  });

  it('holds no path of a machine and no registry host', () => {
    const pattern = /(?:\/root\/|\/home\/\w|\/work\/|registry\.npm|deb\.debian)/;
    const offenders = repositoryFiles()
      .filter(
        (path) =>
          /\.(?:css|html|json|md|mjs|tsx?|txt|yml)$/.test(path) && !path.includes('tests/structure/files'),
      )
      .filter((path) => pattern.test(textOf(path)));
    expect(offenders).toEqual([]);
  });

  it('has no TODO whose date has passed', () => {
    const today = new Date().toISOString().slice(0, 10);
    const expired = sourceFiles('lib', 'components', 'entrypoints', 'tools').flatMap((path) =>
      [...textOf(path).matchAll(/TODO(?: \[(\d{4}-\d\d-\d\d)\])?/g)]
        .filter(([, date]) => date === undefined || date < today)
        .map(([todo]) => `${path}: ${todo}`),
    );
    expect(expired, 'Write TODO [YYYY-MM-DD]: …, and do it by then').toEqual([]);
  });
});

describe('source files', () => {
  const sizes = sourceFiles('lib', 'components', 'entrypoints', 'tools')
    .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
    .toSorted((a, b) => a.lines - b.lines);

  it(`have at most ${MAX_LINES} lines: split by idea`, () => {
    expect(sizes.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
  });

  it(`of components have at least ${MIN_COMPONENT_LINES} lines, unless they hold only types and constants`, () => {
    const specks = sizes.filter(
      ({ path, lines }) =>
        path.startsWith('components/') && lines < MIN_COMPONENT_LINES && hasCode(textOf(path)),
    );
    expect(specks, 'Move it into the file that it serves').toEqual([]);
  });

  it(`lie at most ${MAX_FILES_PER_FOLDER} to a folder, tables excepted`, () => {
    const counts = new Map<string, number>();
    for (const path of repositoryFiles()) {
      const folder = dirname(path);
      if (/^(?:lib|components)\//.test(path) && !TABLES.includes(folder))
        counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const crowded = [...counts].filter(([, count]) => count > MAX_FILES_PER_FOLDER);
    expect(crowded, 'Give it rooms: folders inside, named after what they hold').toEqual([]);
  });

  it('of lib have a test that mirrors their path, unless they hold only types and constants', () => {
    const tests = new Set(sourceFiles('tests').map((path) => path.replace(/\.test\.tsx?$/, '')));
    // tests/unit/sites/pages/read-page.test.ts reads the fixtures of every site.
    const modulesOfSites = fixtureFolders().map((id) => `lib/sites/${id}.ts`);
    const untested = sourceFiles('lib')
      .filter((path) => hasCode(textOf(path)) && !modulesOfSites.includes(path))
      .filter((path) => !tests.has(path.replace(/^lib/, 'tests/unit').replace(/\.ts$/, '')));
    expect(untested, 'Add tests/unit/…/<file>.test.ts').toEqual([]);
  });

  it('export by name; a default only where WXT demands one', () => {
    const offenders = sourceFiles('lib', 'components').filter((path) =>
      /^export default/m.test(textOf(path)),
    );
    expect(offenders).toEqual([]);
  });
});

describe('tests', () => {
  it('assert no times and wait for events, so that a busy machine fails none', () => {
    // `vi.waitFor` gives up after a second; `expect.poll` has the limit of vitest.config.ts.
    const timed = /\bperformance\.now\(|\.waitForTimeout\(|\bvi\.wait(?:For|Until)\(/;
    const offenders = sourceFiles('tests')
      .filter((path) => path !== 'tests/structure/files.test.ts')
      .filter((path) => timed.test(textOf(path)));
    expect(
      offenders,
      'Count work instead of timing it, poll for what should come, and time it in a benchmark',
    ).toEqual([]);
  });
});

/**
 * True for a file with functions. Interfaces and type aliases have arrows too, but nothing to test; the
 * entries of sites are tried by tests/structure/sites.test.ts.
 */
function hasCode(text: string): boolean {
  const withoutTypes = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\bsite\(\{[\s\S]*?^ *\}\)/gm, '')
    .replace(/^(?:export )?interface [\s\S]*?^\}/gm, '')
    .replace(/^(?:export )?type [\s\S]*?;$/gm, '');
  return /\bfunction\b|=>/.test(withoutTypes);
}
