import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../lib/text/hash';
import { createEncoder } from '../../../../tools/eval-related/encoder';
import { evalFiles, evalPaper } from '../../../support/related/eval-related';
import { wordModelBytes } from '../../../support/related/word-model';

describe('createEncoder', () => {
  const encoder = createEncoder(evalFiles());

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
