import { describe, expect, it } from 'vitest';
import { readTrainingData } from '../../../../../../tools/training/model/reading/training-data';
import { smallSettings, trainingFiles } from '../../../../../support/related/training';

const SETTINGS = smallSettings();
const paper = (key: string) => ({ key, title: `Title ${key}`, abstract: 'Robots grasp mugs.' });

describe('readTrainingData', () => {
  it('places citing and cited papers, and counts what it leaves out', async () => {
    const papers = [paper('a'), paper('b'), { ...paper('a'), title: 'Again' }, paper('c')];
    const citations = [
      { ...paper('b'), cited: ['c', 'nowhere', 'c'] },
      { ...paper('x'), key: null, cited: ['a', 'b'] },
    ];

    const { data, report } = await readTrainingData(await trainingFiles(papers, citations), SETTINGS);

    expect(report).toEqual({ papers: 3, repeatedPapers: 1, queries: 2, citations: 3, unknownCitations: 1 });
    expect(Array.from(data.queryPapers)).toEqual([1, -1]);
    expect(Array.from(data.citedStarts)).toEqual([0, 1, 3]);
    expect(Array.from(data.cited)).toEqual([2, 0, 1]);
    expect(data.corpus.starts).toHaveLength(2 * (3 + 2) + 1);
  });

  it('refuses a paper without a key', async () => {
    const files = await trainingFiles([paper('a'), { ...paper(''), title: 'Lost' }], []);

    await expect(readTrainingData(files, SETTINGS)).rejects.toThrow(
      /papers\.jsonl: the paper “Lost” has no “key”/,
    );
  });

  it('refuses a corpus of one paper', async () => {
    const files = await trainingFiles([paper('a')], []);

    await expect(readTrainingData(files, SETTINGS)).rejects.toThrow(/has 1 papers: too few to learn from/);
  });
});
