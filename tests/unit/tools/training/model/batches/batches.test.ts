import { describe, expect, it } from 'vitest';
import { createBatchSource } from '../../../../../../tools/training/model/batches/batches';
import { createRandom } from '../../../../../../tools/training/random';
import type { TrainingSettings } from '../../../../../../tools/training/model/settings';
import { createTrainingState } from '../../../../../../tools/training/model/step/training-state';
import { createWholeTexts } from '../../../../../../tools/training/model/batches/whole-texts';
import { smallSettings, subjectData } from '../../../../../support/related/training';

async function sourceOf(changed: Partial<TrainingSettings> = {}) {
  const settings = smallSettings(changed);
  const { data } = await subjectData(40, settings);
  const state = createTrainingState(settings, data.corpus.rowCount, data.papers);
  const random = createRandom(9);
  for (const [place] of state.vectors.numbers.entries()) state.vectors.numbers[place] = random() - 0.5;
  const texts = createWholeTexts(data, state, settings);
  return { settings, data, state, source: createBatchSource(data, state, settings, texts, random) };
}

describe('createBatchSource', () => {
  it('pairs parts of one paper that do not overlap', async () => {
    const { settings, data, state, source } = await sourceOf();

    source.draw('text', 0);

    for (let pair = 0; pair < settings.batch; pair++) {
      const paper = state.columnPapers[pair] ?? -1;
      const [titleFrom, titleTo, from = 0, to = 0] = state.ranges.subarray(pair * 4, pair * 4 + 4);
      const right = (settings.batch + pair) * 4;
      const [, , otherFrom = 0, otherTo = 0] = state.ranges.subarray(right, right + 4);
      const [title, abstract, end] = data.corpus.starts.subarray(paper * 2, paper * 2 + 3);
      expect([titleFrom, titleTo]).toEqual([title, abstract]);
      expect([from, to, otherTo]).toEqual([abstract, otherFrom, end]);
      expect(otherTo - otherFrom).toBeGreaterThan(0);
    }
    expect(state.plan[1]).toBe(settings.batch);
  });

  it('cuts no abstract when all text pairs are of title and abstract', async () => {
    const { settings, state, source } = await sourceOf({ titlePairs: 1 });

    source.draw('text', 0);

    const lefts = Array.from({ length: settings.batch }, (_, pair) =>
      state.ranges.subarray(pair * 4, pair * 4 + 4),
    );
    expect(lefts.every(([, , from, to]) => from === to)).toBe(true);
  });

  it('pairs a citing paper with one that it cites, weighs it by how often it is cited, and adds others', async () => {
    const { settings, data, state, source } = await sourceOf();

    source.draw('citation', 0);

    for (let pair = 0; pair < settings.batch; pair++) {
      const query = state.rowQueries[pair] ?? -1;
      const paper = state.columnPapers[pair] ?? -1;
      const cited = data.cited.subarray(data.citedStarts[query], data.citedStarts[query + 1]);
      const times = data.cited.filter((other) => other === paper).length;
      expect(cited).toContain(paper);
      expect(state.columnWeights[pair]).toBeCloseTo(1 / times, 6);
      expect(state.rowPapers[pair]).toBe(query);
    }
    expect(state.plan[1]).toBe(settings.batch + settings.negatives);
    expect(Array.from(state.columnWeights.subarray(settings.batch, settings.batch + 8))).toEqual(
      Array(8).fill(1),
    );
  });

  it('pairs two papers that one paper cites', async () => {
    const { settings, data, state, source } = await sourceOf();

    source.draw('co-cited', 0);

    for (let pair = 0; pair < settings.batch; pair++) {
      const query = state.rowQueries[pair] ?? -1;
      const cited = data.cited.subarray(data.citedStarts[query], data.citedStarts[query + 1]);
      expect(cited).toContain(state.rowPapers[pair]);
      expect(cited).toContain(state.columnPapers[pair]);
      expect(state.rowPapers[pair]).not.toBe(state.columnPapers[pair]);
    }
  });

  it('chains the columns of one paper, and of this batch only', async () => {
    const { state, source } = await sourceOf();
    source.draw('citation', 0);

    source.draw('text', 0);

    const columns = [...state.firstColumn].flatMap((first) => {
      const chain: number[] = [];
      for (let column = first; column >= 0; column = state.nextColumn[column] ?? -1) chain.push(column);
      return chain;
    });
    expect(columns.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, column) => column));
  });

  it('adds hard negatives, none of them cited, after part of the training', async () => {
    const { settings, data, state, source } = await sourceOf({ hardNegatives: 1, hardFrom: 0, hardTo: 12 });
    source.draw('citation', 0.1);
    expect(state.plan[1]).toBe(settings.batch + settings.negatives);

    source.draw('citation', 0.2);

    const first = settings.batch + settings.negatives;
    expect(state.plan[1]).toBe(first + settings.batch);
    for (let pair = 0; pair < settings.batch; pair++) {
      const query = state.rowQueries[pair] ?? -1;
      const hard = state.columnPapers[first + pair] ?? -1;
      const cited = data.cited.subarray(data.citedStarts[query], data.citedStarts[query + 1]);
      expect(cited).not.toContain(hard);
      expect(hard).not.toBe(query);
    }
  });

  it('leaves out more features in batches of citations', async () => {
    const { state, source } = await sourceOf({ dropout: 0.2, citationDropout: 0.5 });

    source.draw('text', 0);
    expect(state.rates[1]).toBeCloseTo(0.2);
    source.draw('citation', 0);
    expect(state.rates[1]).toBeCloseTo(0.6);
  });
});
