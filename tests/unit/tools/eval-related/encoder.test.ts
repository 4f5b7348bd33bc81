import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../lib/text/hash';
import { createEncoder, encodeLines } from '../../../../tools/eval-related/encoder';
import { evalFiles, evalPaper } from '../../../support/related/eval-related';
import { wordModelBytes } from '../../../support/related/word-model';

const encoder = createEncoder(evalFiles());

describe('createEncoder', () => {
  it('packs papers that it unpacks again, with the topics of their texts', () => {
    const segment = encoder.unpack(
      encoder.pack([evalPaper('a', 'Flow matching', 'Ocean.'), evalPaper('b', '')]),
    );

    expect([segment.keyOf(0), segment.keyOf(1)]).toEqual(['a', 'b']);
    expect([...segment.topics]).toEqual([hashText('flow matching')]);
  });

  it('reads a query with its topics', () => {
    expect([...encoder.query({ title: 'Coding agents' }).topics]).toEqual([hashText('coding agent')]);
  });

  it('refuses a segment of another model', () => {
    const other = createEncoder({ ...evalFiles(), model: wordModelBytes({ seed: 2 }) });

    expect(() => encoder.unpack(other.pack([evalPaper('a', 'Ocean')]))).toThrow(/another model/);
  });
});

describe('encodeLines', () => {
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
