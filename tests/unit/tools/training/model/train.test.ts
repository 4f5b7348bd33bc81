import { describe, expect, it } from 'vitest';
import { countDocuments } from '../../../../../tools/training/model/reading/corpus';
import type { TrainingSettings } from '../../../../../tools/training/model/settings';
import { type StepReport, train } from '../../../../../tools/training/model/train';
import { readTrainingData } from '../../../../../tools/training/model/reading/training-data';
import { smallSettings, SUBJECTS, subjectData, trainingFiles } from '../../../../support/related/training';

async function trained(changed: Partial<TrainingSettings> = {}, threads = 1) {
  const settings = smallSettings({ hardNegatives: 1, hardTo: 20, alikeBatches: 2, dropout: 0.1, ...changed });
  const { data, vocabulary } = await subjectData(60, settings);
  const reports: StepReport[] = [];
  const documents = countDocuments(data.corpus, data.papers);
  const result = await train(data, documents, settings, threads, (report) => reports.push(report));
  const vectorOf = (word: string): Float32Array => {
    const row = vocabulary.terms.indexOf(word);
    return result.vectors.subarray(row * settings.dimensions, (row + 1) * settings.dimensions);
  };
  return { ...result, vectorOf, reports };
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, component, place) => sum + component * (b[place] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

describe('train', () => {
  it('moves words of one subject together and keeps two subjects apart', async () => {
    const { vectorOf, reports } = await trained({ epochs: 30 });

    const { language, robot } = SUBJECTS;
    const within = language.slice(1).map((word) => cosine(vectorOf('language'), vectorOf(word)));
    const across = robot.map((word) => cosine(vectorOf('language'), vectorOf(word)));
    expect(Math.min(...within)).toBeGreaterThan(Math.max(...across));
    const texts = reports.filter(({ kind }) => kind === 'text');
    expect(texts.at(-1)?.loss).toBeLessThan(texts[0]?.loss ?? 0);
    expect(reports.some(({ kind }) => kind === 'citation')).toBe(true);
  });

  it('gives the same bytes for the same seed, with two threads as with one, and others for another', async () => {
    const settings = { epochs: 4 };
    const one = await trained(settings);

    const two = await trained(settings, 2);
    const other = await trained({ ...settings, seed: 2 });

    expect(two.vectors).toEqual(one.vectors);
    expect(two.prior).toEqual(one.prior);
    expect(other.vectors).not.toEqual(one.vectors);
    expect(one.prior.some((component) => component !== 0)).toBe(true);
  });

  it('learns no prior when its rate is 0', async () => {
    const { prior } = await trained({ epochs: 2, priorRate: 0 });

    expect(Array.from(prior)).toEqual(Array(8).fill(0));
  });

  it('refuses papers without abstracts', async () => {
    const settings = smallSettings();
    const papers = ['a', 'b'].map((key) => ({ key, title: 'Robots grasp mugs', abstract: '' }));
    const { data } = await readTrainingData(await trainingFiles(papers, []), settings);
    const documents = countDocuments(data.corpus, data.papers);

    await expect(train(data, documents, settings, 1, () => undefined)).rejects.toThrow(
      /No paper has an abstract/,
    );
  });
});
