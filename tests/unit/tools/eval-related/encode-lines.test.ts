import { describe, expect, it } from 'vitest';
import { encodeLines } from '../../../../tools/eval-related/encode-lines';
import { createEncoder } from '../../../../tools/eval-related/encoder';
import { evalFiles, evalPaper } from '../../../support/related/eval-related';

describe('encodeLines', () => {
  const encoder = createEncoder(evalFiles());
  const lines = [evalPaper('hf:1', 'Ocean'), evalPaper('s2:2', 'Flow')].map((paper, place) => ({
    number: place + 1,
    text: JSON.stringify(paper),
  }));

  it('packs the papers with the keys asked for', () => {
    const bytes = encodeLines(encoder, { file: 'f', keyPrefix: 's2:' }, lines);

    const segment = bytes === null ? null : encoder.unpack(bytes);
    expect(segment?.count).toBe(1);
    expect(segment?.keyOf(0)).toBe('s2:2');
  });

  it('returns null if no paper has one', () => {
    expect(encodeLines(encoder, { file: 'f', keyPrefix: 'doi:' }, lines)).toBeNull();
  });
});
