import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** Tracked and new files that git does not ignore, as paths from the root, sorted. */
export function repositoryFiles(): readonly string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return list
    .toString()
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .toSorted();
}

/** The source files of some folders: `sourceFiles('lib', 'components')`. */
export function sourceFiles(...folders: readonly string[]): readonly string[] {
  return repositoryFiles().filter(
    (path) => /\.(?:mjs|tsx?)$/.test(path) && folders.some((folder) => path.startsWith(`${folder}/`)),
  );
}

/** The text of a file. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Real pages and bodies, kept outside the project: `PAPERKIN_DATA`, or `../shared/data`. */
export const dataDir: string = resolve(root, process.env['PAPERKIN_DATA'] ?? '../shared/data');

/** False on a machine without them, which skips tests on real data. */
export const hasData: boolean = existsSync(dataDir);
