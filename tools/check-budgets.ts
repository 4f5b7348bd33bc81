/**
 * Prints what is shipped against the budgets of docs/design.md, section 7, and fails when one is exceeded:
 * `npm run size`. A raised limit needs its reason in the commit.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SCRIPT_FILES } from '../lib/services/access/page-scripts';
import { matchesOf } from '../lib/sites';

const OUTPUT = '.output';
const BUILD = join(OUTPUT, 'chrome-mv3');
const KB = 1000;

interface Measure {
  readonly name: string;
  readonly bytes: number;
  readonly limit?: number;
}

interface BuiltManifest {
  readonly content_scripts?: readonly {
    readonly matches: readonly string[];
    readonly js?: readonly string[];
    readonly css?: readonly string[];
  }[];
}

process.exitCode = main(process.argv.includes('--if-built'));

function main(isOptional: boolean): number {
  if (!existsSync(BUILD)) {
    console.log(`${BUILD} is not there: run "npm run build" to measure it.`);
    return isOptional ? 0 : 1;
  }
  const measures = [...contentScripts(), ...zip()];
  for (const { name, bytes, limit } of measures) {
    const against = limit === undefined ? '' : `of ${kilobytes(limit)}  ${bytes > limit ? 'OVER' : 'ok'}`;
    console.log(`  ${name.padEnd(56)} ${kilobytes(bytes).padStart(10)} ${against}`);
  }
  return measures.some(({ bytes, limit }) => limit !== undefined && bytes > limit) ? 1 : 0;
}

/** What each kind of page loads. A paper on a single-page site loads two scripts. */
function contentScripts(): readonly Measure[] {
  const { annotate, watch, probe } = SCRIPT_FILES;
  const main = [...annotate.js, ...annotate.css];
  return [
    ...[...main, ...watch.js, ...probe.js].map((file) => ({
      name: `${file}, gzip`,
      bytes: gzipBytes(join(BUILD, file)),
    })),
    sumOf('a paper page, all sites in', [...main, ...watch.js], 15),
    sumOf('another page of a single-page site', watch.js, 6),
    sumOf('a page of no listed site that the reader allowed', probe.js, 1.5),
    { name: 'any other page', bytes: uncountedBytes([...main, ...watch.js, ...probe.js]), limit: 0 },
  ];
}

function sumOf(name: string, files: readonly string[], limitKb: number): Measure {
  const bytes = files.reduce((total, file) => total + gzipBytes(join(BUILD, file)), 0);
  return { name: `${name}, gzip`, bytes, limit: limitKb * KB };
}

/** What the manifest puts on pages besides the counted files, or on pages of sites that are not required. */
function uncountedBytes(counted: readonly string[]): number {
  const { content_scripts: entries = [] } = JSON.parse(
    readFileSync(join(BUILD, 'manifest.json'), 'utf8'),
  ) as BuiltManifest; // Our own build.
  const required = matchesOf('required');
  const isListed = (pattern: string) => required.includes(pattern);
  const files = entries.flatMap(({ matches, js = [], css = [] }) =>
    [...js, ...css].filter((file) => !counted.includes(file) || !matches.every(isListed)),
  );
  return files.reduce((total, file) => total + gzipBytes(join(BUILD, file)), 0);
}

function zip(): readonly Measure[] {
  return readdirSync(OUTPUT)
    .filter((name) => name.endsWith('-chrome.zip'))
    .map((name) => ({ name, bytes: statSync(join(OUTPUT, name)).size, limit: 10 * KB * KB }));
}

function gzipBytes(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
