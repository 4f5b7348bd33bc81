import { describe, expect, it } from 'vitest';
import { encodeCorpus } from '../../../../tools/eval-related/encode-corpus';
import { createEncoder } from '../../../../tools/eval-related/encoder';
import { evalFiles, evalPaper, jsonLines } from '../../../support/related/eval-related';

const files = evalFiles();
const encoder = createEncoder(files);
const PAPERS = [evalPaper('hf:1', 'Ocean waves'), evalPaper('s2:2', 'Flow'), evalPaper('hf:3', 'Agents')];

const encode = (file: string, changed: Partial<Parameters<typeof encodeCorpus>[0]> = {}) =>
  encodeCorpus({ ...files, file, keyPrefix: '', encoder, onProgress: () => undefined, ...changed });

describe('encodeCorpus', () => {
  it('encodes the papers with the keys asked for', async () => {
    const table = await encode(await jsonLines(PAPERS), { keyPrefix: 'hf:' });

    expect(table.count).toBe(2);
    expect(table.find('hf:3')?.row).toBe(1);
    expect(table.find('s2:2')).toBeNull();
  });

  it('gives an empty table for an empty file', async () => {
    expect((await encode(await jsonLines([]))).count).toBe(0);
  });

  it('encodes more than one batch in threads, in the order of the file', async () => {
    const done: number[] = [];

    const table = await encode(await jsonLines(PAPERS), {
      onProgress: (lines) => done.push(lines),
      batchLines: 1,
    });

    expect(table.segments.map((segment) => segment.keyOf(0))).toEqual(['hf:1', 's2:2', 'hf:3']);
    expect(table.segments.map(({ vectors }) => vectors)).toEqual(
      PAPERS.map((paper) => encoder.unpack(encoder.pack([paper])).vectors),
    );
    expect(done).toEqual([1, 2, 3]);
  });

  it('names the line that a thread could not read', async () => {
    const file = await jsonLines([...PAPERS, { key: 'b' }]);

    await expect(encode(file, { batchLines: 2 })).rejects.toThrow(
      `${file}, line 4: the paper b has no "title".`,
    );
  });
});
