import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../../lib/errors';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { ARXIV_CATEGORIES } from '../../../../lib/sources/arxiv/categories';
import { dataDir, hasData } from '../../../support/repository';
import { planContext } from '../../../support/feed/sources';

function bodies(folder: string): readonly (readonly [string, string])[] {
  if (!hasData) return [];
  const path = resolve(dataDir, 'arxiv', folder);
  const files = readdirSync(path).filter((file) => file.endsWith('.xml'));
  return files.map((file) => [file, readFileSync(resolve(path, file), 'utf8')]);
}

const api = {
  kind: 'window',
  category: 'cs.LG',
  from: '2026-06-01',
  to: '2026-06-10',
  start: 0,
} as const;
const feed = { kind: 'feed', categories: ['cs.LG'] } as const;

describe.skipIf(!hasData)('arxiv.parse on recorded responses', () => {
  const isComplaint = (file: string) => file.includes('_id_abc_');
  const readable = bodies('atom').filter(([file]) => !isComplaint(file));
  const pages = readable.map(([, body]) => ({ body, page: arxiv.parse(body, api, planContext()) }));
  const papers = pages.flatMap(({ page }) => page.records.map(({ paper }) => paper));

  it('reads every entry of the API and drops none', () => {
    expect(pages).toHaveLength(23);
    expect(papers).toHaveLength(303);
    for (const { body, page } of pages) {
      expect(page.records).toHaveLength(body.split('<entry>').length - 1);
      expect(page.dropped).toEqual([]);
    }
  });

  it('finds title, abstract, authors, date, version and categories in each', () => {
    const known = new Set(ARXIV_CATEGORIES.map(({ id }) => id));
    for (const paper of papers) {
      expect(paper.title).toMatch(/^\S(.*\S)?$/);
      expect(paper.title).not.toMatch(/\s\s/);
      expect(paper.abstract).toMatch(/^\S.*\S$/);
      expect(paper.authors.length).toBeGreaterThan(0);
      expect(paper.publishedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(paper.version).toBeGreaterThan(0);
      expect(paper.categories.length).toBeGreaterThan(0);
      expect(paper.categories.filter((category) => category.includes('.') && !known.has(category))).toEqual(
        [],
      );
    }
  });

  it('refuses the complaint about a bad id', () => {
    const complaints = bodies('atom').filter(([file]) => isComplaint(file));

    expect(complaints).toHaveLength(1);
    for (const [, body] of complaints)
      expect(() => arxiv.parse(body, api, planContext())).toThrow(ParseError);
  });

  it('reads the daily feeds, of which a weekend has no papers', () => {
    const feeds = bodies('rss').map(([file, body]) => ({
      file,
      page: arxiv.parse(body, feed, planContext()),
    }));

    expect(feeds.map(({ page }) => page.records.length)).toEqual([0, 3, 3, 3]);
    for (const { page } of feeds) {
      expect(page.dropped).toEqual([]);
      for (const { edition, paper } of page.records) {
        expect(edition).toBe('2026-04-27');
        expect(paper).toMatchObject({ version: 1, abstract: expect.stringMatching(/^(?!arXiv:|Abstract:)/) });
        expect(paper.authors.filter((name) => /[,()]|^\s|^$/.test(name))).toEqual([]);
      }
    }
  });
});
