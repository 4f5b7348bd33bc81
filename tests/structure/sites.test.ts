import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectPaper, sites } from '../../lib/sites';
import {
  fixtureFiles,
  fixtureFolders,
  imitatedUrl,
  readExamples,
  readFixture,
} from '../support/site-fixtures';
import { matchesPattern } from '../support/match-pattern';

const sitesDir = resolve(import.meta.dirname, '../../lib/sites');
const NOT_SITES = ['index.ts', 'meta.ts', 'site-hosts.ts', 'types.ts'];
const ids = sites.map(({ id }) => id);

describe('the table of sites', () => {
  it('is sorted by id, without duplicates', () => {
    expect(ids, 'Sort the lines of lib/sites/index.ts by id.').toEqual([...new Set(ids)].toSorted());
  });

  it('has a line for each file, and a file for each line', () => {
    const files = readdirSync(sitesDir).filter((name) => name.endsWith('.ts') && !NOT_SITES.includes(name));
    const fromFiles = files.map((name) => name.replace(/\.ts$/, '')).toSorted();

    expect(ids, 'A site is lib/sites/<id>.ts and one line in lib/sites/index.ts.').toEqual(fromFiles);
  });

  it('has a fixture folder for each line, and no others', () => {
    expect(fixtureFolders().toSorted(), 'Each site has tests/fixtures/sites/<id>/.').toEqual(ids);
  });
});

describe.each(sites)('$id', (site) => {
  const { id, matches, anchors } = site;
  const { papers, others } = readExamples(id);
  const papersByUrl = papers.map((paper) => [paper.url, paper] as const);

  it('has examples, imitated pages, expected values and a test', () => {
    const pages = fixtureFiles(id).filter((name) => name.endsWith('.html'));

    expect(papers.length, `Add papers to tests/fixtures/sites/${id}/examples.json.`).toBeGreaterThan(0);
    expect(others.length, `Add listings and look-alikes to its "others".`).toBeGreaterThan(0);
    expect(pages.length, `Add an imitated page to tests/fixtures/sites/${id}/.`).toBeGreaterThan(0);
    expect(Object.keys(JSON.parse(readFixture(id, 'expected.json'))).toSorted()).toEqual(pages.toSorted());
    expect(existsSync(resolve(import.meta.dirname, `../unit/sites/${id}.test.ts`))).toBe(true);
  });

  it('says on the first line of each imitated page what it imitates, and when that was seen', () => {
    for (const name of fixtureFiles(id).filter((file) => file.endsWith('.html'))) {
      const html = readFixture(id, name);
      expect(
        URL.canParse(imitatedUrl(html)),
        `${name}: start with <!-- Imitates URL as served on DATE … -->`,
      ).toBe(true);
    }
  });

  it.each(papersByUrl)('finds the paper of %s', (url, { arxivId, version, view }) => {
    const ref = site.detect(new URL(url));
    const question = `Is ${url} a paper on ${id}? Yes: fix detect in lib/sites/${id}.ts. No: move it to "others".`;

    expect(ref, question).toMatchObject({ site: id, view });
    expect(ref?.ids.arxiv, question).toBe(arxivId);
    expect(ref?.version, question).toBe(version);
  });

  it.each(papersByUrl)('runs its content script on %s', (url) => {
    const isMatched = matches.some((pattern) => matchesPattern(pattern, new URL(url)));

    expect(isMatched, `Add a pattern to "matches" in lib/sites/${id}.ts, or drop the example.`).toBe(true);
  });

  it.each(others)('finds no paper at %s', (url) => {
    const question = `Is ${url} a paper on ${id}? No: fix detect in lib/sites/${id}.ts. Yes: move it to "papers".`;

    expect(site.detect(new URL(url)), question).toBeNull();
  });

  it.each(ids.filter((other) => other !== id))('finds no paper among the examples of %s', (other) => {
    for (const { url } of readExamples(other).papers) {
      const question = `${url} is an example of ${other}. Is it a paper on ${id} too? Two sites must not share a URL.`;
      expect(site.detect(new URL(url)), question).toBeNull();
    }
    for (const url of readExamples(other).others) {
      const question = `${url} is no paper on ${other}. Is it one on ${id}? Then say which site it belongs to.`;
      expect(site.detect(new URL(url)), question).toBeNull();
    }
  });

  it('is what the whole table finds for its papers', () => {
    for (const { url } of papers) expect(detectPaper(new URL(url))?.site, url).toBe(id);
  });

  it('says when each anchor was last seen', () => {
    for (const { seen } of anchors) expect(seen).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
