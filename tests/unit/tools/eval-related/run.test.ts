import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EvalOptions } from '../../../../tools/eval-related/options';
import { runEvaluation, startStep } from '../../../../tools/eval-related/run';
import { evalFiles, evalPaper, jsonLines, newFile } from '../../../support/related/eval-related';

async function options(
  queries: readonly unknown[],
  changed: Partial<EvalOptions> = {},
): Promise<EvalOptions> {
  const { model, topics } = evalFiles();
  return {
    corpus: null,
    queries: await jsonLines(queries),
    out: null,
    hasBaselines: true,
    model: await newFile('words.bin', new Uint8Array(model)),
    topics: await newFile('topics.bin', new Uint8Array(topics)),
    keyPrefix: '',
    ...changed,
  };
}

describe('runEvaluation', () => {
  const ofCorpus = [{ query: { id: 'a', title: 'Ocean waves' }, cited: ['b'] }];

  beforeEach(() => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  });

  it('ranks a corpus with the engine and the baselines', async () => {
    const corpus = await jsonLines([evalPaper('a', 'Ocean waves'), evalPaper('b', 'Waves of the ocean')]);

    const evaluations = await runEvaluation(await options(ofCorpus, { corpus }));

    expect(evaluations.map(({ name }) => name)).toEqual(['Paperkin', 'BM25', 'TF-IDF']);
    for (const { evaluation } of evaluations) {
      expect(evaluation.figures?.['nDCG@10']).toBe(1);
      expect(evaluation.rankings).toEqual([{ id: 'a', ranked: [['b', expect.any(Number)]] }]);
    }
  });

  it('ranks pools without a corpus', async () => {
    const pool = [
      { ...evalPaper('x', 'Ocean'), grade: 2 },
      { ...evalPaper('y', 'Agents'), grade: 0 },
    ];

    const evaluations = await runEvaluation(await options([{ id: 1, query: { title: 'Oceans' }, pool }]));

    expect(evaluations.map(({ evaluation }) => evaluation.figures?.['nDCG@20'])).toEqual([1, 1, 1]);
  });

  it('says what is missing', async () => {
    const corpus = await jsonLines([evalPaper('a', 'Ocean waves')]);

    await expect(runEvaluation(await options(ofCorpus))).rejects.toThrow(/--corpus FILE is missing/);
    await expect(runEvaluation(await options(ofCorpus, { corpus, keyPrefix: 'hf:' }))).rejects.toThrow(
      /holds no papers with keys in hf:/,
    );
    await expect(runEvaluation(await options(ofCorpus, { model: 'no-model.bin' }))).rejects.toThrow(
      /^no-model\.bin cannot be read/,
    );
  });
});

function recorded(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

describe('startStep', () => {
  it('without a terminal, reports only the result', () => {
    const stream = recorded(false);

    const step = startStep('papers', stream);
    step.update(1);
    step.end(2);

    expect(stream.written).toEqual([expect.stringMatching(/^2 papers in \d+\.\d s\n$/)]);
  });

  it('counts on a terminal, on one line', () => {
    const stream = recorded(true);

    const step = startStep('papers', stream);
    step.update(1);
    step.end(2);

    expect(stream.written).toEqual(['\r1 papers …', expect.stringMatching(/^\r.*2 papers in/)]);
  });
});
