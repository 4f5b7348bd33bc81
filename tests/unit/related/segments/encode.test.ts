import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  componentScale,
  encodePaper,
  MAX_AUTHORS,
  peopleOf,
  repeatsOf,
  toUnit,
  vectorOf,
} from '../../../../lib/related/segments/encode';
import { readFeatures } from '../../../../lib/related/rank/features';
import { paper } from '../../../support/builders';
import { ODD_TEXTS, PAPER_TEXT } from '../../../support/related/related-texts';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

describe('vectorOf', () => {
  it('is of length 1, or all zeros when no word counts', () => {
    fc.assert(
      fc.property(PAPER_TEXT, (texts) => {
        const features = readFeatures(model, texts);
        const length = Math.hypot(...vectorOf(model, features));
        expect(length).toBeCloseTo(features.rows.size === 0 ? 0 : 1, 5);
      }),
    );
  });

  it('adds the words’ vectors, each by the logarithm of its times', () => {
    const plain = wordModel({
      words: ['ocean', 'flow'],
      phrases: [],
      vectors: { ocean: [10], flow: [0, 10] },
    });
    const vector = vectorOf(plain, readFeatures(plain, { title: '', abstract: 'ocean ocean ocean flow' }));
    expect([...vector.subarray(0, 3)]).toEqual([
      expect.closeTo(2 / Math.sqrt(5), 5),
      expect.closeTo(1 / Math.sqrt(5), 5),
      0,
    ]);
  });
});

describe('toUnit', () => {
  it('leaves zeros as they are', () => {
    expect(toUnit(new Float32Array(4))).toEqual(new Float32Array(4));
  });
});

describe('componentScale', () => {
  it.each([4, 16, 128, 256])(
    'lets a component of %d dimensions that is at most five times the mean fit',
    (n) => {
      expect(componentScale(n) * Math.min(1, 5 / Math.sqrt(n))).toBeCloseTo(127, 9);
    },
  );
});

describe('encodePaper', () => {
  it('stores the vector as whole numbers and cuts off what does not fit', () => {
    const narrow = wordModel({ words: ['ocean'], phrases: [], vectors: { ocean: [100] } });
    const { vector } = encodePaper(narrow, paper({ title: 'Ocean', abstract: '' }));
    expect(vector[0]).toBe(127);
    expect(vector).toHaveLength(narrow.header.dimensions);
  });

  it('stores word ids ascending, a repeated word at most four times', () => {
    const repeated = paper({ title: 'Flow', abstract: 'flow flow flow flow. Coding agent.' });
    const { words } = encodePaper(model, repeated);
    expect([...words]).toEqual([0, 1, 3, 3, 3, 3]);
  });

  it.each(ODD_TEXTS)('encodes a paper of %s', (_, text) => {
    const { vector, words } = encodePaper(model, paper({ title: text, abstract: text }));
    expect(vector).toHaveLength(16);
    expect(words.length).toBeLessThan(100);
  });

  it('gives one paper the same bytes each time', () => {
    expect(encodePaper(model, paper())).toEqual(encodePaper(model, paper()));
  });
});

describe('repeatsOf', () => {
  it.each([
    [1, 1],
    [2.5, 3],
    [4, 4],
    [90, 4],
  ])('says that a word of %d occurrences stands %d times', (times, repeats) => {
    expect(repeatsOf(times)).toBe(repeats);
  });
});

describe('peopleOf', () => {
  it('is the same for a name however it is typeset', () => {
    const one = peopleOf({ authors: ['José García-López'], organisation: 'An Institute' });
    const other = peopleOf({ authors: ['JOSE GARCIA LOPEZ'], organisation: 'an institute' });
    expect(one).toEqual(other);
  });

  it('reads only the first of a thousand authors, and no name without letters', () => {
    const authors = Array.from({ length: 1000 }, (_, number) => `Author ${number}`);
    expect(peopleOf({ authors })).toHaveLength(MAX_AUTHORS);
    expect(peopleOf({ authors: ['…', '—'], organisation: '***' })).toEqual([]);
  });
});
