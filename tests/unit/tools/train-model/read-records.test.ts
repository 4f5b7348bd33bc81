import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../../../tools/train-model/read-lines';
import { readCitations, readPapers } from '../../../../tools/train-model/read-records';

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'paperkin-lines-')), name);
  await writeFile(path, content);
  return path;
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('readJsonLines', () => {
  it('passes over empty lines and reads a last line without an end', async () => {
    const path = await fileOf('a.jsonl', '{"a": 1}\r\n\n{"a": "ü"}');

    expect((await all(readJsonLines(path))).map(({ value }) => value)).toEqual([{ a: 1 }, { a: 'ü' }]);
  });

  it('gunzips', async () => {
    const path = await fileOf('a.jsonl.gz', gzipSync('1\n2\n'));

    expect((await all(readJsonLines(path))).map(({ value }) => value)).toEqual([1, 2]);
  });

  it('keeps letters together that two chunks of the file share', async () => {
    const text = 'é'.repeat(100_000);
    const path = await fileOf('a.jsonl', ` ${JSON.stringify(text)}\n`);

    expect((await all(readJsonLines(path)))[0]?.value).toBe(text);
  });

  it('names file and line of what is no JSON', async () => {
    const path = await fileOf('a.jsonl', '{}\n\n{"a": \n');

    await expect(all(readJsonLines(path))).rejects.toThrow(/a\.jsonl, line 3 is no JSON/);
  });

  it('names a missing file', async () => {
    await expect(all(readJsonLines('no-such-file.jsonl'))).rejects.toThrow(
      /no-such-file\.jsonl cannot be read: ENOENT/,
    );
  });

  it('names a missing and a cut gzip file', async () => {
    const path = await fileOf('a.jsonl.gz', gzipSync('1\n'.repeat(10_000)).subarray(0, 20));

    await expect(all(readJsonLines('no-such-file.gz'))).rejects.toThrow(/no-such-file\.gz cannot be read/);
    await expect(all(readJsonLines(path))).rejects.toThrow(/a\.jsonl\.gz cannot be read/);
  });
});

describe('readPapers', () => {
  it('takes a paper without an abstract', async () => {
    const path = await fileOf(
      'a.jsonl',
      '{"key": "a:1", "title": "T"}\n{"key": "a:2", "title": "U", "abstract": null}',
    );

    expect(await all(readPapers(path))).toEqual([
      { key: 'a:1', title: 'T', abstract: '' },
      { key: 'a:2', title: 'U', abstract: '' },
    ]);
  });

  it.each([
    ['{"title": "T"}', /line 1: “key” is missing/],
    ['{"key": "a:1"}', /line 1: “title” is missing/],
    ['{"key": 1, "title": "T"}', /line 1: “key” must be a text/],
    ['{"key": "a", "title": "T", "abstract": []}', /line 1: “abstract” must be a text/],
    ['7', /line 1: no record/],
  ])('refuses %s', async (line, words) => {
    await expect(all(readPapers(await fileOf('a.jsonl', line)))).rejects.toThrow(words);
  });
});

describe('readCitations', () => {
  it('reads query and cited keys', async () => {
    const path = await fileOf(
      'a.jsonl',
      '{"query": {"id": "q", "title": "T", "key": "a:1"}, "cited": ["a:2"]}',
    );

    expect(await all(readCitations(path))).toEqual([
      { key: 'a:1', title: 'T', abstract: '', cited: ['a:2'] },
    ]);
  });

  it.each([
    ['{"cited": []}', /line 1: no record/],
    ['{"query": {"title": "T"}}', /line 1: “cited” must be a list of keys/],
    ['{"query": {"title": "T"}, "cited": [1]}', /line 1: “cited” must be a list of keys/],
    ['{"query": {}, "cited": []}', /line 1: “title” is missing/],
  ])('refuses %s', async (line, words) => {
    await expect(all(readCitations(await fileOf('a.jsonl', line)))).rejects.toThrow(words);
  });
});
