import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseModel } from '../../../../../../lib/related/model/model-file';
import {
  modelBytes,
  modelFile,
  quantiseRows,
  writeModel,
} from '../../../../../../tools/training/model/writing/write-model';
import type { Vocabulary } from '../../../../../../tools/training/model/reading/vocabulary';
import { smallSettings } from '../../../../../support/related/training';

const SETTINGS = smallSettings({ buckets: 1 });
const VOCABULARY: Vocabulary = {
  terms: ['agent', 'coding', 'coding agent'],
  words: 2,
  phrases: 1,
  rowOfTerm: new Uint32Array(0),
  rowOfPhrase: new Map(),
  fewest: { word: 1, phrase: 1 },
};
const VECTORS = Float32Array.from({ length: 32 }, (_, place) => Math.sin(place) * (place < 8 ? 0.001 : 3));

describe('quantiseRows', () => {
  it('comes back within half a step of each row’s own scale', () => {
    const { vectors, scales } = quantiseRows(VECTORS, 8);

    for (const [place, component] of VECTORS.entries()) {
      const scale = scales[Math.floor(place / 8)] ?? 0;
      expect(Math.abs((vectors[place] ?? 0) * scale - component)).toBeLessThanOrEqual(scale * 0.501);
    }
  });

  it('keeps a row of zeros', () => {
    const { vectors, scales } = quantiseRows(new Float32Array(8), 8);

    expect([...vectors, ...scales]).toEqual(Array(9).fill(0));
  });
});

describe('modelFile', () => {
  const trained = { vectors: VECTORS, prior: new Float32Array(8).fill(0.25) };
  const bytes = modelFile(trained, Uint32Array.of(9, 8, 7, 6), VOCABULARY, 40, SETTINGS, { queries: 5 });

  it('reads back as the model', () => {
    const { header, rows, documentFrequencies } = parseModel(bytes.slice().buffer);

    expect(header).toMatchObject({
      dimensions: 8,
      words: 2,
      phrases: 1,
      buckets: 1,
      documents: 40,
      titleWeight: 2,
    });
    expect(header.prior).toEqual(Array(8).fill(0.25));
    expect(header.training).toMatchObject({ seed: SETTINGS.seed, epochs: SETTINGS.epochs, queries: 5 });
    expect([...rows]).toEqual([
      ['agent', 0],
      ['coding', 1],
      ['coding agent', 2],
    ]);
    expect(Array.from(documentFrequencies)).toEqual([9, 8]); // Of the words: BM25 knows no phrases.
  });

  it('takes as many bytes as predicted, apart from the header', () => {
    const header = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;

    expect(bytes.length - header - modelBytes(VOCABULARY, SETTINGS)).toBeLessThan(8);
  });

  it('is written whole, with its folder, and leaves nothing else behind', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'paperkin-model-')), 'model', 'words.bin');

    await writeModel(path, bytes);

    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(await readdir(dirname(path))).toEqual(['words.bin']);
  });
});
