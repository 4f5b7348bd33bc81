import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../../../tools/replay/pages/pdf';
import { sampleLibrary } from '../../../../tools/replay/sample-library';

describe('pdfOf', () => {
  it('points its cross-reference table at every object', () => {
    const [paper] = sampleLibrary().papers;
    if (paper === undefined) throw new Error('The sample is empty.');
    const text = pdfOf({ ...paper, title: 'Brackets (and) a \\ in a title – with a dash' }).toString(
      'latin1',
    );

    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) =>
      Number(offset),
    );

    expect(text.slice(start, start + 4)).toBe('xref');
    expect(offsets.map((offset) => text.slice(offset).split('\n')[0])).toEqual(
      offsets.map((_, index) => `${index + 1} 0 obj`),
    );
    expect(text).toContain(String.raw`Brackets \(and\) a \\ in a title ? with a`);
  });
});
