import { describe, expect, it } from 'vitest';
import { readFeatures } from '../../../../../../lib/related/rank/features';
import { parseModel } from '../../../../../../lib/related/model/model-file';
import { buildCorpus, countDocuments } from '../../../../../../tools/training/model/reading/corpus';
import { TermCollector } from '../../../../../../tools/training/model/reading/term-streams';
import { createFeatureReader, MAX_FEATURES } from '../../../../../../tools/training/model/step/text-features';
import { chooseVocabulary } from '../../../../../../tools/training/model/reading/vocabulary';
import { modelFile } from '../../../../../../tools/training/model/writing/write-model';
import { smallSettings } from '../../../../../support/related/training';

const PAPERS = [
  {
    title: 'Graph neural networks',
    abstract: 'Graph neural networks for molecules; and neural networks, too.',
  },
  {
    title: '图神经网络',
    abstract: 'Don’t use $\\alpha$-networks: Überraschungen! GNN-based graph neural nets.',
  },
  { title: '', abstract: 'unheardofword unheardofword graph' },
];
const SETTINGS = smallSettings({ words: 6, phrases: 3, buckets: 8, titleWeight: 2 });

function read(buckets: number) {
  const collector = new TermCollector();
  for (const text of PAPERS.flatMap(({ title, abstract }) => [title, abstract])) collector.add(text);
  const streams = collector.finish();
  const vocabulary = chooseVocabulary(streams, PAPERS.length * 2, SETTINGS);
  return { vocabulary, corpus: buildCorpus(streams, vocabulary, buckets) };
}

describe('buildCorpus', () => {
  it.each([8, 0])('gives each paper the rows and factors of the look-up, with %d buckets', (buckets) => {
    const { corpus, vocabulary } = read(buckets);
    const settings = { ...SETTINGS, buckets };
    const vectors = new Float32Array(corpus.rowCount * settings.dimensions);
    const documents = countDocuments(corpus, PAPERS.length);
    const trained = { vectors, prior: new Float32Array(settings.dimensions) };
    const bytes = modelFile(trained, documents, vocabulary, PAPERS.length, settings, {});
    const model = parseModel(bytes.slice().buffer);
    const reader = createFeatureReader(corpus);
    const rows = new Uint32Array(MAX_FEATURES);
    const factors = new Float32Array(MAX_FEATURES);

    for (const [number, paper] of PAPERS.entries()) {
      const [from = 0, middle = 0, to = 0] = corpus.starts.subarray(number * 2, number * 2 + 3);
      const parts = [
        { from, to: middle, times: settings.titleWeight },
        { from: middle, to, times: 1 },
      ];
      const count = reader.read(parts, 0, () => 0, { rows, factors, position: 0 });
      const found = Array.from(
        { length: count },
        (_, place) => [rows[place] ?? 0, factors[place] ?? 0] as const,
      );
      const expected = [...readFeatures(model, paper).rows].map(
        ([row, times]) => [row, Math.log2(1 + times)] as const,
      );

      const byRow = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];
      expect(found.toSorted(byRow).map(([row]) => row)).toEqual(expected.toSorted(byRow).map(([row]) => row));
      for (const [place, [, factor]] of expected.toSorted(byRow).entries()) {
        expect(found.toSorted(byRow)[place]?.[1]).toBeCloseTo(factor, 5);
      }
    }
  });
});

describe('countDocuments', () => {
  it('counts each paper once for a row, title and abstract together', () => {
    const { corpus, vocabulary } = read(0);

    expect(countDocuments(corpus, 1)[vocabulary.terms.indexOf('neural network')]).toBe(1);
    expect(countDocuments(corpus, 3)[vocabulary.terms.indexOf('graph')]).toBe(3);
  });
});

describe('createFeatureReader', () => {
  it('leaves rows out as the random numbers say', () => {
    const { corpus } = read(0);
    const parts = [{ from: 0, to: corpus.starts[2] ?? 0, times: 1 }];
    const to = { rows: new Uint32Array(MAX_FEATURES), factors: new Float32Array(MAX_FEATURES), position: 0 };
    const reader = createFeatureReader(corpus);

    const all = reader.read(parts, 0.5, () => 0.9, to);

    expect(all).toBeGreaterThan(3);
    expect(reader.read(parts, 0.5, () => 0.1, to)).toBe(0);
    expect(reader.read(parts, 0, () => 0.1, to)).toBe(all);
  });
});
