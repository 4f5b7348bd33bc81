/**
 * Prints what is shipped against DESIGN's budgets, and fails when one is passed: `npm run size`. A raised
 * limit needs its reason in the commit.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const OUTPUT = '.output';
const BUILD = join(OUTPUT, 'chrome-mv3');
const KB = 1000;

interface Measure {
  readonly name: string;
  readonly bytes: number;
  readonly limit?: number;
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
    console.log(`  ${name.padEnd(44)} ${kilobytes(bytes).padStart(10)} ${against}`);
  }
  return measures.some(({ bytes, limit }) => limit !== undefined && bytes > limit) ? 1 : 0;
}

/** Every script and style sheet that the manifest puts on a page; a paper page may get them all. */
function contentScripts(): readonly Measure[] {
  const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.json'), 'utf8')) as {
    readonly content_scripts?: readonly {
      readonly js?: readonly string[];
      readonly css?: readonly string[];
    }[];
  }; // Our own build.
  const entries = manifest.content_scripts ?? [];
  const files = [...new Set(entries.flatMap(({ js = [], css = [] }) => [...js, ...css]))];
  const parts = files.map((file) => ({ name: `${file}, gzip`, bytes: gzipBytes(join(BUILD, file)) }));
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  return [...parts, { name: 'content scripts on a paper page, gzip', bytes: sum, limit: 15 * KB }];
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
