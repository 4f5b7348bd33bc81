import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compact } from '../../lib/model/compact';
import { detectPaper, sites } from '../../lib/sites';
import { genericSites } from '../../lib/sites/generic-sites';
import { requiredSites } from '../../lib/sites/required-sites';
import {
  fixtureFiles,
  fixtureFolders,
  imitatedUrl,
  readExamples,
  readFixture,
} from '../support/sites/site-fixtures';
import { matchesPattern } from '../support/sites/match-pattern';
import { textOf } from '../support/repository';

const sitesDir = resolve(import.meta.dirname, '../../lib/sites');
const unitDir = resolve(import.meta.dirname, '../unit/sites');
const ids = sites.map(({ id }) => id);
const sorted = (list: readonly string[]) => [...new Set(list)].toSorted();
const ownFiles = readdirSync(sitesDir)
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => ids.includes(name));

describe('the table of sites', () => {
  it('has 45 sites and more', () => {
    expect(ids.length).toBeGreaterThanOrEqual(45);
  });

  it.each([
    ['lib/sites/generic-sites.ts', genericSites],
    ['lib/sites/required-sites.ts', requiredSites],
  ])('is sorted by id, without duplicates: %s', (_, table) => {
    const written = table.map(({ id }) => id);

    expect(written, 'Sort the lines by id.').toEqual(sorted(written));
  });

  it('has every site once', () => {
    expect(ids).toEqual(sorted(ids));
  });

  it('names every file of a site where its pages are read', () => {
    const readers = textOf('lib/sites/read-page.ts');
    const forgotten = ownFiles.filter((id) => !readers.includes(`from './${id}'`));

    expect(forgotten, 'A site that is read in its own way has a line in lib/sites/read-page.ts.').toEqual([]);
  });

  it('has a fixture folder for each line, and no others', () => {
    expect(fixtureFolders().toSorted(), 'Each site has tests/fixtures/sites/<id>/.').toEqual(ids);
  });

  it('is granted at installation for the hosts of arXiv and Hugging Face only', () => {
    const required = sites.filter(({ access }) => access === 'required').map(({ id }) => id);

    expect(required).toEqual(['ar5iv', 'arxiv', 'huggingface']);
  });
});

describe.each(sites)('$id', (site) => {
  const { id, matches, anchors } = site;
  const { papers, suspected = [], others } = readExamples(id);
  const papersByUrl = papers.map((paper) => [paper.url, paper] as const);
  const question = (url: string) =>
    `Is ${url} a paper on ${id}? Mend its patterns, or move it between "papers", "suspected" and "others".`;

  it('has examples, imitated pages, expected values, and a test when it has a file', () => {
    const pages = fixtureFiles(id).filter((name) => name.endsWith('.html'));

    const folder = `tests/fixtures/sites/${id}`;
    expect(papers.length + suspected.length, `Add papers to ${folder}/examples.json.`).toBeGreaterThan(0);
    expect(others.length, `Add listings and look-alikes to its "others".`).toBeGreaterThan(1);
    expect(pages.length, `Add an imitated page to ${folder}/.`).toBeGreaterThan(0);
    expect(Object.keys(JSON.parse(readFixture(id, 'expected.json'))).toSorted()).toEqual(pages.toSorted());
    expect(!ownFiles.includes(id) || existsSync(resolve(unitDir, `${id}.test.ts`))).toBe(true);
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

  it.each(papersByUrl)(
    'finds the paper of %s',
    (url, { arxivId, record, version, view, url: _, ...named }) => {
      const ref = site.detect(new URL(url));

      expect(ref, question(url)).toEqual({
        site: id,
        view,
        ids: compact({ arxiv: arxivId, ...named }),
        ...compact({ record, version }),
      });
    },
  );

  it.each([...papers.map(({ url }) => url), ...suspected])('runs its content script on %s', (url) => {
    const isMatched = matches.some((pattern) => matchesPattern(pattern, new URL(url)));

    expect(isMatched, `Add a path to the match patterns of ${id}, or drop the example.`).toBe(true);
  });

  it('runs it on nearly no other page, unless readers go on without a load', () => {
    const home = [...new Set(matches)].filter(
      (pattern) => pattern.endsWith('//*') || /^[^/]+\/\/[^/]+\/\*$/.test(pattern),
    );

    expect(home.length > 0, 'Name the paths of papers in the match patterns.').toBe(
      site.isSinglePage ?? false,
    );
  });

  it.each(suspected)('leaves it to the page of %s', (url) => {
    expect(site.detect(new URL(url)), question(url)).toBeNull();
    expect(site.suspect?.(new URL(url)), question(url)).toMatchObject({ site: id });
  });

  it('suspects nothing where the URL tells', () => {
    for (const url of [...papers.map((paper) => paper.url), ...others]) {
      expect(site.suspect?.(new URL(url)) ?? null, question(url)).toBeNull();
    }
  });

  it.each(others)('finds no paper at %s', (url) => {
    expect(site.detect(new URL(url)), question(url)).toBeNull();
  });

  it('finds no paper among the examples of the other sites', () => {
    for (const other of ids.filter((name) => name !== id)) {
      const examples = readExamples(other);
      const urls = [
        ...examples.papers.map(({ url }) => url),
        ...(examples.suspected ?? []),
        ...examples.others,
      ];
      for (const url of urls) {
        const hint = `${url} is an example of ${other}. Is it a paper on ${id} too? Two sites must not share a URL.`;
        expect(site.detect(new URL(url)), hint).toBeNull();
        expect(site.suspect?.(new URL(url)) ?? null, hint).toBeNull();
      }
    }
  });

  it('is what the whole table finds for its papers', () => {
    for (const { url } of papers) expect(detectPaper(new URL(url))?.site, url).toBe(id);
  });

  it('has hosts of its own, not those of the scaffold', () => {
    expect(matches.filter((pattern) => pattern.includes('.example/'))).toEqual([]);
  });

  it('says when each anchor was last seen', () => {
    for (const { seen } of anchors) expect(seen).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
