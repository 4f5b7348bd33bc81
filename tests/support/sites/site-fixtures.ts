import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PaperMeta, PaperView } from '../../../lib/model/paper/page';

const root = resolve(import.meta.dirname, '../../fixtures/sites');

/** A URL of a paper and what it says: every id, and no other. */
interface PaperExample {
  readonly url: string;
  readonly arxivId?: string;
  readonly doi?: string;
  readonly openreview?: string;
  readonly acl?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly s2?: string;
  /** The site's own name of the paper. */
  readonly record?: string;
  readonly version?: number;
  readonly view: PaperView;
}

/** `examples.json`: URLs of papers, those where only the page can tell, and those that only look like some. */
interface SiteExamples {
  readonly papers: readonly PaperExample[];
  readonly suspected?: readonly string[];
  readonly others: readonly string[];
}

/** The files of a site's fixture folder; empty when there is no folder. */
export function fixtureFiles(id: string): readonly string[] {
  return existsSync(resolve(root, id)) ? readdirSync(resolve(root, id)) : [];
}

/** All folders, also those of no site. */
export function fixtureFolders(): readonly string[] {
  return readdirSync(root);
}

export function readExamples(id: string): SiteExamples {
  return JSON.parse(readFixture(id, 'examples.json')) as SiteExamples; // Our own file; its shape is tested.
}

/** What each imitated page of a site should give; null where the page names no paper. */
export function readExpected(id: string): Readonly<Record<string, PaperMeta | null>> {
  return JSON.parse(readFixture(id, 'expected.json')) as Readonly<Record<string, PaperMeta | null>>; // Our own file.
}

export function readFixture(id: string, file: string): string {
  return readFileSync(resolve(root, id, file), 'utf8');
}

/** The real URL that an imitated page names in its first line. */
export function imitatedUrl(html: string): string {
  return (
    /^<!-- Imitates (\S+?):? .*\d{4}-\d{2}|^<!-- Imitates (\S+?) /.exec(html)?.slice(1).find(Boolean) ?? ''
  );
}
