import { describe, expect, it } from 'vitest';
import { readCitations, readPapers } from '../../../../tools/collections/papers';
import { newFile } from '../../../support/related/eval-related';

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('readPapers', () => {
  it('reads what a row gives, and leaves the rest empty', async () => {
    const file = await newFile(
      'a.jsonl',
      '{"title":"A","abstract":"b","keywords":["c",1],"date":"2026-06-01","key":"hf:1"}\n\n{"title":"B","abstract":null}\n',
    );

    expect(await all(readPapers(file))).toEqual([
      { key: 'hf:1', title: 'A', abstract: 'b', keywords: ['c'], date: '2026-06-01' },
      { key: '', title: 'B', abstract: '', keywords: [], date: '' },
    ]);
  });

  it.each([
    ['{"key": "a:1"}', /line 1: “title” is missing/],
    ['{"key": 1, "title": "T"}', /line 1: “key” must be a text/],
    ['{"key": "a", "title": "T", "abstract": []}', /line 1: “abstract” must be a text/],
    ['{"title": "T"}\n7', /line 2: is not an object/],
  ])('refuses %s', async (lines, words) => {
    await expect(all(readPapers(await newFile('a.jsonl', lines)))).rejects.toThrow(words);
  });
});

describe('readCitations', () => {
  it('reads query and cited keys', async () => {
    const file = await newFile(
      'a.jsonl',
      '{"query": {"id": "q", "title": "T", "key": "a:1"}, "cited": ["a:2"]}',
    );

    expect(await all(readCitations(file))).toEqual([
      { key: 'a:1', title: 'T', abstract: '', cited: ['a:2'] },
    ]);
  });

  it.each([
    ['{"cited": []}', /line 1: “query” must be an object/],
    ['{"query": {"title": "T"}}', /line 1: “cited” must be a list of keys/],
    ['{"query": {"title": "T"}, "cited": [1]}', /line 1: “cited” must be a list of keys/],
    ['{"query": {}, "cited": []}', /line 1: “title” is missing/],
  ])('refuses %s', async (line, words) => {
    await expect(all(readCitations(await newFile('a.jsonl', line)))).rejects.toThrow(words);
  });
});
