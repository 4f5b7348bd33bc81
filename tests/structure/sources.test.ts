import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../lib/model/dates';
import { EDITION_SPANS } from '../../lib/model/feed/lists';
import { sources } from '../../lib/sources';
import { describeSource, SOURCES, STARTER_SOURCE } from '../../lib/sources/descriptions';
import { arxivId } from '../support/builders';
import { root, textOf } from '../support/repository';
import { sourceBody, sourceFixtures } from '../support/feed/sources';

describe('the table of sources', () => {
  it('describes each source once, and has its parser sorted by id', () => {
    const ids = sources.map(({ id }) => id);

    expect(ids, 'Sort `sources` in lib/sources/index.ts by id').toEqual([...new Set(ids)].toSorted());
    expect(
      SOURCES.map(({ id }) => id).toSorted(),
      'Give each source both of its lines in lib/sources/index.ts',
    ).toEqual(ids);
  });

  it.each(sources)('has for $id a parser, its description, a test and fixtures', ({ id }) => {
    for (const path of [
      `lib/sources/${id}/${id}.ts`,
      `lib/sources/${id}/about.ts`,
      `tests/unit/sources/${id}/${id}.test.ts`,
      `tests/fixtures/sources/${id}`,
    ]) {
      expect(existsSync(resolve(root, path)), `Add ${path}: a source is named after its id`).toBe(true);
    }
    expect(
      sourceFixtures(id).length,
      `Describe a body in tests/fixtures/sources/${id}/expected.json`,
    ).toBeGreaterThan(0);
    for (const { file } of sourceFixtures(id)) expect(sourceBody(id, file)).not.toBe('');
  });

  it.each(SOURCES)(
    'asks of $id only hosts that it names, over https',
    ({ hosts, minIntervalMs, licence }) => {
      expect(hosts).toEqual([...hosts].toSorted());
      for (const host of hosts) expect(host).toMatch(/^https:\/\/[a-z.]+\/\*$/);
      expect(minIntervalMs).toBeGreaterThanOrEqual(200);
      expect(licence).not.toBe('');
    },
  );

  it.each(SOURCES)('links every list of $id to a page of its own, and every paper', (source) => {
    const date = '2026-06-08' as IsoDate;
    const spans = EDITION_SPANS.filter((span) => source.lists[span] !== undefined);
    const urls = spans.map((span) => source.listUrl({ span, date }));

    expect(spans).toContain('day');
    expect(new Set(urls).size).toBe(spans.length);
    for (const url of [...urls, source.listsUrl, source.paperUrl({ arxiv: arxivId('2606.00001') })]) {
      expect(url).toMatch(/^https:\/\//);
    }
  });

  it.each(sources)('says of $id what it can do', (source) => {
    expect(source.planPast !== undefined).toBe(source.past !== undefined);
    expect(source.fillCost !== undefined).toBe(source.past?.kind === 'fills');
    expect(source.fetchPaper !== undefined).toBe(source.hasSingleAbstracts ?? false);
  });

  it('marks rows of each source with a bit of its own, below that of tombstones', () => {
    const bits = SOURCES.map(({ segmentBit }) => segmentBit);

    expect(new Set(bits).size, 'Give the new source the next free segmentBit').toBe(bits.length);
    expect(bits.filter((bit) => bit < 1 || bit >= 128 || (bit & (bit - 1)) !== 0)).toEqual([]);
    expect(describeSource('hf-daily').segmentBit).toBe(1);
    expect(describeSource('arxiv').segmentBit).toBe(2);
  });

  it('gives pages the descriptions only: bundlers leave out the parsers, as modules have no side effects', () => {
    expect(JSON.parse(textOf('package.json')).sideEffects).toEqual(['*.css', 'entrypoints/**']);
  });

  it('made the starter feed of one of them', () => {
    expect(SOURCES.filter(({ hasStarter }) => hasStarter === true)).toEqual([STARTER_SOURCE]);
  });

  it('knows each cursor as its own: another source refuses it', async () => {
    const { signal } = new AbortController();
    const refuse = () => Promise.reject(new Error('Nothing may be asked'));
    const context = { nowMs: 0, fields: ['cs.LG'], historyDays: 1 };
    for (const source of sources) {
      for (const other of sources) {
        for (const cursor of source === other ? [] : other.plan(context)) {
          await expect(source.fetchPage(cursor, refuse, signal)).rejects.toThrow(`cursor of ${source.id}`);
        }
      }
    }
  });
});
