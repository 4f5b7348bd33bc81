import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPapers, type TrainingPaper } from '../../../../tools/train-topics/read-papers';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperkin-topics-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function read(name: string, content: string | Uint8Array): Promise<readonly TrainingPaper[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const papers: TrainingPaper[] = [];
  for await (const paper of readPapers(file)) papers.push(paper);
  return papers;
}

describe('readPapers', () => {
  const lines =
    '{"title":"A","abstract":"b","keywords":["c",1],"date":"2026-06-01","key":"hf:1"}\n\n{"title":"B"}\n';

  it.each<[string, string | Uint8Array]>([
    ['plain.jsonl', lines],
    ['packed.jsonl.gz', gzipSync(lines)],
  ])('reads %s; what is missing is empty', async (name, content) => {
    expect(await read(name, content)).toEqual([
      { key: 'hf:1', title: 'A', abstract: 'b', keywords: ['c'], date: '2026-06-01' },
      { key: '', title: 'B', abstract: '', keywords: [], date: '' },
    ]);
  });

  it.each([
    ['no JSON', '{"title":"A"}\nnot json', 'line 2: no JSON'],
    ['no title', '{"abstract":"a"}', 'line 1: no title'],
  ])('names the line that holds %s', async (_, content, message) => {
    await expect(read('bad.jsonl', content)).rejects.toThrow(message);
  });
});
