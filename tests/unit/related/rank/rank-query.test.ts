import { describe, expect, it } from 'vitest';
import { vectorOf } from '../../../../lib/related/segments/encode';
import { readFeatures } from '../../../../lib/related/rank/features';
import { hashText } from '../../../../lib/text/hash';
import { readQuery } from '../../../../lib/related/rank/rank-query';
import { ODD_TEXTS } from '../../../support/related/related-texts';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel({ prior: [0, 1] });
const query = { title: 'Coding agents', authors: ['First Author', '…'], organisation: 'An Institute' };

describe('readQuery', () => {
  it('reads words, people and topics', () => {
    const read = readQuery(model, query, ['coding agent']);

    expect(read.words.self).toBeGreaterThan(0);
    expect(read.authors).toEqual(new Set([hashText('firstauthor')]));
    expect(read.organisation).toBe(hashText('aninstitute'));
    expect(read.topics).toEqual(new Set([hashText('coding agent')]));
  });

  it('has no organisation where none is named, or one without letters', () => {
    expect(readQuery(model, { title: 'Agents', authors: [] }).organisation).toBeNull();
    expect(readQuery(model, { title: 'Agents', authors: [], organisation: '***' }).organisation).toBeNull();
  });

  it('has the vector of its words and the prior of the model', () => {
    const { vector, prior } = readQuery(model, query);
    expect(vector).toEqual(vectorOf(model, readFeatures(model, query)));
    expect(prior).toBe(model.header.prior);
  });

  it.each(ODD_TEXTS)('gives a vector of length 1 or 0 for %s', (_, text) => {
    const { vector, words } = readQuery(model, { title: text, abstract: text, authors: [] });
    expect(Math.hypot(...vector)).toBeCloseTo(words.self === 0 ? 0 : 1, 5);
  });
});
