import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, findHardNegatives } from '../../../../../../tools/training/model/batches/hard-negatives';
import { createRandom } from '../../../../../../tools/training/random';
import { createTrainingState } from '../../../../../../tools/training/model/step/training-state';
import { createWholeTexts } from '../../../../../../tools/training/model/batches/whole-texts';
import { smallSettings, subjectData } from '../../../../../support/related/training';

describe('bestOf', () => {
  it('gives what sorting gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 })),
        fc.integer({ min: 1, max: 9 }),
        (numbers, count) => {
          const sorted = [...numbers.keys()].toSorted(
            (a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b,
          );
          expect(Array.from(bestOf(Float32Array.from(numbers), count))).toEqual(sorted.slice(0, count));
        },
      ),
    );
  });
});

describe('findHardNegatives', () => {
  it('gives the ranks asked for, as plain cosines rank them, without the cited papers and the query', async () => {
    const settings = smallSettings();
    const { data } = await subjectData(21, settings);
    const state = createTrainingState(settings, data.corpus.rowCount, data.papers);
    const random = createRandom(1);
    for (const [place] of state.vectors.numbers.entries()) state.vectors.numbers[place] = random() - 0.5;
    const texts = createWholeTexts(data, state, settings);

    const found = findHardNegatives(data, texts, { from: 2, to: 10 });

    expect(found).toHaveLength(data.queries);
    const { dimensions } = settings;
    for (const [query, papers] of found.entries()) {
      // Each query is itself a paper of the corpus, so its vector is known.
      const cosine = (paper: number): number => {
        let sum = 0;
        for (let c = 0; c < dimensions; c++) {
          sum +=
            (texts.papers.numbers[paper * dimensions + c] ?? 0) *
            (texts.papers.numbers[query * dimensions + c] ?? 0);
        }
        return sum;
      };
      const cosines = Array.from({ length: data.papers }, (_, paper) => cosine(paper)).toSorted(
        (a, b) => b - a,
      );
      const cited = data.cited.subarray(data.citedStarts[query], data.citedStarts[query + 1]);
      expect(papers.length).toBeLessThanOrEqual(8);
      for (const paper of papers) {
        expect(cosine(paper)).toBeLessThanOrEqual((cosines[2] ?? 0) + 1e-5);
        expect(cosine(paper)).toBeGreaterThanOrEqual((cosines[9] ?? 0) - 1e-5);
        expect(cited).not.toContain(paper);
        expect(paper).not.toBe(query);
      }
    }
  });
});
