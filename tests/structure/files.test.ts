import { describe, expect, it } from 'vitest';
import { repositoryFiles, sourceFiles, textOf } from '../support/repository';

const MAX_LINES = 300;
const MAX_MEDIAN_LINES = 60;
const MAX_P90_LINES = 200;

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

  it(`have a median of at most ${MAX_MEDIAN_LINES} lines, and nine in ten at most ${MAX_P90_LINES}`, () => {
    const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
    const p90 = sizes[Math.floor(sizes.length * 0.9)]?.lines ?? 0;

    expect(median).toBeLessThanOrEqual(MAX_MEDIAN_LINES);
    expect(p90).toBeLessThanOrEqual(MAX_P90_LINES);
  });

  it('of lib have a test that mirrors their path, unless they hold only types and constants', () => {
    const tests = new Set(sourceFiles('tests').map((path) => path.replace(/\.test\.tsx?$/, '')));
    const untested = sourceFiles('lib')
      .filter((path) => /\bfunction\b|=>/.test(withoutTypes(textOf(path))))
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

/** Interfaces and type aliases have arrows too, but nothing to test. */
function withoutTypes(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^(?:export )?interface [\s\S]*?^\}/gm, '')
    .replace(/^(?:export )?type [\s\S]*?;$/gm, '');
}
