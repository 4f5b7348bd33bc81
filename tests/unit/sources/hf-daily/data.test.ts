import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import type { SourceRecord } from '../../../../lib/sources/types';
import { dataDir, hasData } from '../../../support/repository';
import { planContext } from '../../../support/feed/sources';

describe.skipIf(!hasData)('hfDaily.parse on recorded responses', () => {
  const folder = resolve(dataDir, 'hf-daily');
  const context = planContext({ nowMs: Date.parse('2026-11-23') });
  const days = hasData ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const pages = days.map((file) => {
    const date = file.slice(0, 10);
    const raw: unknown = JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
    const asLatest = hfDaily.parse(raw, { kind: 'latest' }, context);
    return { date, page: hfDaily.parse(raw, { kind: 'day', date, page: 0 }, context), asLatest };
  });
  const records = pages.flatMap(({ page }) => page.records);
  const having = (has: (paper: SourceRecord['paper']) => boolean): number =>
    records.filter(({ paper }) => has(paper)).length;

  const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

  it('reads all 8,826 papers of 520 days and drops none', () => {
    expect(days).toHaveLength(520);
    expect(records).toHaveLength(8826);
    expect(pages.flatMap(({ page }) => page.dropped)).toEqual([]);
  });

  it.each<[keyof SourceRecord['paper'], number]>([
    ['abstract', 8826],
    ['keywords', 5987], // 6,000 lists, of which 13 hold an empty text alone.
    ['aiSummary', 5386],
    ['organisation', 2425],
    ['codeUrl', 3268],
    ['codeStars', 2541], // 2,542, of which one is of no repository.
    ['projectUrl', 2495],
    ['publishedOn', 8826],
    ['comments', 8826],
    ['upvotes', 8826],
    ['authors', 8826],
  ])('finds %s as often as it is there: %i', (fact, count) => {
    expect(having(({ [fact]: value }) => value !== undefined && !isEmpty(value))).toBe(count);
  });

  it('leaves no line break, no double space and no empty text', () => {
    const texts = records.flatMap(({ paper }) => [
      paper.title,
      paper.abstract ?? 'a',
      paper.aiSummary ?? 'a',
      paper.organisation ?? 'a',
      ...paper.authors,
      ...paper.keywords,
    ]);

    expect(texts.filter((text) => /\s\s|[\n\r\t]|^\s|\s$|^$/.test(text))).toEqual([]);
  });

  it('keeps what only looks like TeX or markup in a title', () => {
    expect(having(({ title }) => title.includes('<'))).toBeGreaterThan(0);
    expect(having(({ title }) => title.includes('$'))).toBeGreaterThan(0);
  });

  it('files every record under its day, even when nobody asked for a day', () => {
    const astray = (read: 'asLatest' | 'page') =>
      pages.reduce(
        (sum, { date, ...page }) => sum + page[read].records.filter((r) => r.edition !== date).length,
        0,
      );

    expect(astray('page')).toBe(0);
    expect(astray('asLatest')).toBe(415); // All before 2025-03, when no field named the day for sure.
  });

  it('reads the bodies exactly as sent', () => {
    const unmodified = resolve(dataDir, 'hf-daily-unmodified');
    for (const file of readdirSync(unmodified)) {
      const raw: unknown = JSON.parse(readFileSync(resolve(unmodified, file), 'utf8'));
      const { records: read, dropped } = hfDaily.parse(raw, { kind: 'latest' }, context);
      expect(read.length).toBe(Array.isArray(raw) ? raw.length : -1);
      expect(read.filter(({ edition }) => edition === undefined)).toEqual([]);
      expect(dropped).toEqual([]);
    }
  });
});
