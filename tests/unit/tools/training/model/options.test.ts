import { describe, expect, it } from 'vitest';
import { readTrainOptions, TRAIN_USAGE } from '../../../../../tools/training/model/options';
import { SETTING_NAMES, SETTINGS, trainingSettings } from '../../../../../tools/training/model/settings';

const FILES = ['--papers', 'p.jsonl', '--citations', 'c.jsonl'];

describe('readTrainOptions', () => {
  it('uses the defaults for absent options', () => {
    const options = readTrainOptions(FILES);

    expect(options).toMatchObject({ papers: 'p.jsonl', citations: 'c.jsonl', out: 'public/model/words.bin' });
    expect(options.threads).toBeGreaterThanOrEqual(1);
    expect(options.settings).toEqual(trainingSettings());
  });

  it('reads settings in kebab-case', () => {
    const { settings, threads } = readTrainOptions([
      ...FILES,
      '--learning-rate=0.01',
      '--dimensions=64',
      '--citation-share=0',
      '--threads=1',
    ]);

    expect(settings).toMatchObject({ learningRate: 0.01, dimensions: 64, citationShare: 0 });
    expect(threads).toBe(1);
  });

  it.each([
    [['--papers', 'p.jsonl'], /--papers and --citations are needed/],
    [[...FILES, '--speed', '9'], /Unknown option/],
    [[...FILES, '--epochs', 'many'], /--epochs must be a number from 0.001 to 200, not “many”/],
    [[...FILES, '--epochs', ''], /--epochs must be/],
    [[...FILES, '--dimensions', '100'], /--dimensions must be a multiple of 8 from 8 to 512/],
    [[...FILES, '--seed', '1.5'], /--seed must be a whole number/],
    [[...FILES, '--threads', '0'], /--threads must be/],
  ])('refuses %j', (args, words) => {
    expect(() => readTrainOptions(args)).toThrow(words);
  });
});

describe('the table of settings', () => {
  it.each(SETTING_NAMES)('has a default for %s that its own range allows', (name) => {
    const { value, min, max, step } = SETTINGS[name];

    expect(value).toBeGreaterThanOrEqual(min);
    expect(value).toBeLessThanOrEqual(max);
    expect(step === 0 ? 0 : value % step).toBe(0);
  });

  it('appears in the usage, with its default', () => {
    expect(TRAIN_USAGE).toContain(`(${SETTINGS.learningRate.value})`);
    expect(TRAIN_USAGE).toContain('--citation-dropout N');
  });
});
