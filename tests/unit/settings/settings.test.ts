import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, listedSource } from '../../../lib/settings/settings';

describe('listedSource', () => {
  it.each([
    ['Hugging Face, as long as no category is followed', [], 'hf-daily'],
    ['the chosen list, once one is', ['cs.CL'], 'arxiv'],
  ] as const)('gives %s', (_, categories, expected) => {
    expect(listedSource({ ...DEFAULT_SETTINGS, list: 'arxiv', categories })).toBe(expected);
  });
});
