import { beforeEach, describe, expect, it } from 'vitest';
import {
  countEditions,
  editionsOf,
  findEdition,
  findRanking,
  nearestEdition,
} from '../../../lib/db/editions';
import type { Database } from '../../../lib/db/open';
import { day, edition, NOW_MS } from '../../support/builders';
import { freshDatabase } from '../../support/database';

let database: Database;

beforeEach(async () => {
  database = await freshDatabase()();
  for (const date of ['2026-06-09', '2026-06-05', '2026-06-08']) {
    await database.put('editions', edition({ date: day(date) }));
  }
  await database.put('editions', edition({ date: day('2026-06-10'), papers: [] }));
  await database.put('editions', edition({ source: 'arxiv', date: day('2026-06-10') }));
});

const dates = async (...range: Parameters<typeof editionsOf> extends [unknown, ...infer T] ? T : never) =>
  (await editionsOf(database, ...range)).map(({ date }) => date);

describe('editions', () => {
  it('are found by day, without papers, too', async () => {
    expect(await findEdition(database, 'hf-daily', day('2026-06-10'))).toMatchObject({ papers: [] });
    expect(await findEdition(database, 'hf-daily', day('2026-06-06'))).toBeUndefined();
  });

  it('come in order, from a day to a day', async () => {
    expect(await dates('hf-daily')).toEqual(['2026-06-05', '2026-06-08', '2026-06-09', '2026-06-10']);
    expect(await dates('hf-daily', day('2026-06-06'))).toEqual(['2026-06-08', '2026-06-09', '2026-06-10']);
    expect(await dates('hf-daily', day('2026-06-06'), day('2026-06-08'))).toEqual(['2026-06-08']);
  });

  it('are counted with the days without papers', async () => {
    expect(await countEditions(database, 'hf-daily')).toBe(4);
  });
});

describe('nearestEdition', () => {
  it.each([
    ['prev', undefined, '2026-06-09'],
    ['next', undefined, '2026-06-05'],
    ['prev', '2026-06-08', '2026-06-05'],
    ['next', '2026-06-08', '2026-06-09'],
    ['prev', '2026-06-05', undefined],
    ['next', '2026-06-09', undefined],
    ['prev', '2026-06-07', '2026-06-05'],
  ] as const)('of %s from %s is %s: one with papers', async (direction, from, expected) => {
    const found = await nearestEdition(
      database,
      'hf-daily',
      direction,
      from === undefined ? undefined : day(from),
    );
    expect(found?.date).toBe(expected);
  });

  it('finds a day that lists only replacements', async () => {
    await database.put('editions', {
      ...edition({ date: day('2026-06-11'), papers: [] }),
      replaced: edition().papers,
    });
    expect(await nearestEdition(database, 'hf-daily', 'prev')).toMatchObject({ date: '2026-06-11' });
  });
});

it('a ranking is found by its source', async () => {
  const database = await freshDatabase()();
  const ranking = { source: 'hf-daily', papers: [], fetchedAtMs: NOW_MS } as const;
  await database.put('rankings', ranking);
  expect(await findRanking(database, 'hf-daily')).toEqual(ranking);
  expect(await findRanking(database, 'arxiv')).toBeUndefined();
});
