import { describe, expect, it } from 'vitest';
import { paperOfLine, readQueries } from '../../../../tools/eval-related/rows';
import { jsonLines, newFile } from '../../../support/related/eval-related';

const lineOf = (row: unknown) => ({ number: 5, text: JSON.stringify(row) });

describe('paperOfLine', () => {
  it('reads a paper and ignores its other fields', () => {
    const row = { key: 'hf:1', title: 'Ocean', abstract: 'Waves.', date: '2024-05-27' };

    expect(paperOfLine('f', lineOf(row))).toEqual({ key: 'hf:1', title: 'Ocean', abstract: 'Waves.' });
  });

  it('takes a paper with a title or an abstract alone, and a number for a key', () => {
    expect(paperOfLine('f', lineOf({ key: 12, title: 'Ocean' }))).toEqual({
      key: '12',
      title: 'Ocean',
      abstract: '',
    });
    expect(paperOfLine('f', lineOf({ key: 'a', title: null, abstract: null }))).toEqual({
      key: 'a',
      title: '',
      abstract: '',
    });
  });

  it.each([
    [{ title: 'Ocean' }, 'f, line 5: a paper has no "key".'],
    [{ key: 'a', name: 'Ocean' }, 'f, line 5: the paper a has no "title".'],
    [{ key: 'a', title: ['Ocean'] }, 'f, line 5: "title" of the paper a is no text.'],
    [{ key: 'a', title: 'Ocean', abstract: ['One.'] }, 'f, line 5: "abstract" of the paper a is no text.'],
  ])('refuses %j', (row, message) => {
    expect(() => paperOfLine('f', lineOf(row))).toThrow(message);
  });
});

describe('readQueries', () => {
  it('reads queries with cited papers; their own key is the id unless they have one', async () => {
    const file = await jsonLines([
      { query: { id: 'x', key: 'hf:1', title: 'A', abstract: 'B' }, cited: ['hf:2', 3] },
      { id: 8, query: { id: 'y', title: 'A' }, cited: [] },
    ]);

    expect(await readQueries(file)).toEqual([
      { kind: 'corpus', id: 'x', ownKey: 'hf:1', text: { title: 'A', abstract: 'B' }, cited: ['hf:2', '3'] },
      { kind: 'corpus', id: 8, ownKey: '8', text: { title: 'A', abstract: '' }, cited: [] },
    ]);
  });

  it('reads pools: the first of two papers with one key, and a missing grade as 0', async () => {
    const pool = [
      { key: 'a', title: 'One', abstract: '', grade: 3 },
      { key: 'a', title: 'Two', grade: 1 },
      { key: 'b', title: 'Three' },
    ];
    const file = await jsonLines([
      { id: 1, query: { title: 'Q' }, pool },
      { id: 2, query: { title: 'Q' }, pool: [] },
    ]);

    expect(await readQueries(file)).toMatchObject([
      {
        kind: 'pool',
        pool: [
          { key: 'a', title: 'One', grade: 3 },
          { key: 'b', title: 'Three', abstract: '', grade: 0 },
        ],
      },
      { kind: 'pool', pool: [] },
    ]);
  });

  it.each([
    [{ cited: [] }, '"query" is not an object'],
    [{ query: { title: 'Q' }, cited: [] }, 'neither the row nor its query has an "id"'],
    [{ query: { id: 1 }, cited: [] }, 'the query has no "title"'],
    [{ query: { id: 1, title: 'Q' } }, 'has neither a list "cited" nor a list "pool"'],
    [{ query: { id: 1, title: 'Q' }, cited: [null] }, '"cited" holds something that is no key'],
    [{ query: { id: 1, title: 'Q' }, pool: ['a'] }, '"pool" holds something that is no object'],
    [{ query: { id: 1, title: 'Q' }, pool: [{ title: 'T', grade: 1 }] }, 'a paper has no "key"'],
    [
      { query: { id: 1, title: 'Q' }, pool: [{ key: 'a', title: 'T', grade: '3' }] },
      'a "grade" is no number from 0 up',
    ],
  ])('refuses %j, with the line', async (row, message) => {
    await expect(readQueries(await jsonLines([row]))).rejects.toThrow(`line 1: ${message}.`);
  });

  it('refuses a file of both kinds, and one without queries', async () => {
    const query = { id: 1, title: 'Q' };
    const mixed = await jsonLines([
      { query, cited: [] },
      { query, pool: [] },
    ]);

    await expect(readQueries(mixed)).rejects.toThrow(
      /line 2: a file holds queries with "cited" or with "pool"/,
    );
    await expect(readQueries(await newFile('q.jsonl', '\n'))).rejects.toThrow(/holds no queries/);
  });
});
