import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvalOptions } from '../../../../tools/eval-related/options';

describe('readEvalOptions', () => {
  it('uses the shipped files by default', () => {
    const options = readEvalOptions(['--queries', 'q.jsonl']);

    expect(options).toMatchObject({ corpus: null, out: null, hasBaselines: false, keyPrefix: '' });
    expect(options.model).toMatch(/words\.bin$/);
    expect(existsSync(dirname(options.model))).toBe(true);
  });

  it('reads all options', () => {
    const typed = '--corpus c --queries q --out o --baselines --keys hf: --model m --topics t';

    expect(readEvalOptions(typed.split(' '))).toEqual({
      corpus: 'c',
      queries: 'q',
      out: 'o',
      hasBaselines: true,
      keyPrefix: 'hf:',
      model: 'm',
      topics: 't',
    });
  });

  it('refuses an unknown option, and a run without queries', () => {
    expect(() => readEvalOptions(['--query', 'q'])).toThrow(/--query/);
    expect(() => readEvalOptions([])).toThrow('--queries FILE is missing.');
  });
});
