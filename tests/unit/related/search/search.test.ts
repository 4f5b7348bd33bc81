import { describe, expect, it } from 'vitest';
import { searchRows } from '../../../../lib/related/search/search';
import { parseSearch } from '../../../../lib/related/search/query';
import type { Segment } from '../../../../lib/related/segments/segment';
import { titledSegment } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel({ words: ['ocean', 'wave', 'agent', 'tide', 'coding'], phrases: [] });
const subjects = ['Ocean waves', 'Ocean tides', 'Waves', 'Coding agents'];
const segment = titledSegment(model, [...subjects, ...subjects], (index) => ({
  authors: [index < 4 ? 'Jane Doe' : 'Richard Roe'],
  keywords: [index < 4 ? 'early' : 'late'],
}));

function find(typed: string, limit = 10, segments: readonly Segment[] = [segment]) {
  const query = parseSearch(typed, { idsOfUrl: () => null, topicKeyOf: (name) => name });
  const { exact, similar } = searchRows(model, { segments }, query, limit);
  const rowsOf = (rows: typeof exact) => rows.map(({ row }) => row).toSorted((a, b) => a - b);
  return { exact: rowsOf(exact), similar: rowsOf(similar) };
}

describe('searchRows', () => {
  it('finds rows with all words, then rows close in meaning, no row twice', () => {
    const { exact, similar } = find('ocean waves ');
    expect(exact).toEqual([0, 4]);
    expect(similar.length).toBeGreaterThan(0);
    expect(similar.filter((row) => exact.includes(row))).toEqual([]);
  });

  it('filters both kinds by authors and topics', () => {
    expect(find('ocean waves author:doe ').exact).toEqual([0]);
    expect(find('ocean waves author:doe ').similar.every((row) => row < 4)).toBe(true);
    expect(find('ocean waves topic:late')).toMatchObject({ exact: [4] });
    expect(find('author:roe ')).toEqual({ exact: [4, 5, 6, 7], similar: [] });
    expect(find('topic:early')).toEqual({ exact: [0, 1, 2, 3], similar: [] });
  });

  it('takes a quoted phrase at its word', () => {
    expect(find('"ocean waves"')).toEqual({ exact: [0, 4], similar: [] });
  });

  it('gives the newest papers to read for a phrase of function words', () => {
    expect(find('"state of the art"').exact).toHaveLength(8);
  });

  it.each(['', 'the of', '🙂 *', '1706.03762', 'https://example.com/'])('finds nothing for %j', (typed) => {
    expect(find(typed)).toEqual({ exact: [], similar: [] });
  });

  it('finds nothing by meaning for words that it does not know', () => {
    expect(find('asdfgh qwertz ')).toEqual({ exact: [], similar: [] });
    expect(find('xq')).toEqual({ exact: [], similar: [] });
  });

  it('gives no more than asked for, and then nothing by meaning', () => {
    expect(find('ocean waves ', 1)).toEqual({ exact: [0], similar: [] });
  });

  it('leaves out papers that are gone, and finds nothing in an empty feed', () => {
    const gone = titledSegment(model, ['Ocean waves']);
    gone.live[0] = 0;
    expect(find('ocean waves ', 10, [gone])).toEqual({ exact: [], similar: [] });
    expect(find('ocean waves ', 10, [])).toEqual({ exact: [], similar: [] });
  });

  it.each(['ocean ', 'abcd ', 'author:doe ', '"'])('answers %j ten thousand characters long', (piece) => {
    const { exact } = find(piece.repeat(10_000 / piece.length));
    expect(exact.length).toBeLessThan(10);
  });

  it('looks up a pasted abstract by its meaning', () => {
    const others = Array.from({ length: 80 }, (_, index) => `word${index.toString(36)}q${index}x`);
    const { exact, similar } = find(`${'ocean waves '.repeat(200)} ${others.join(' ')} `);
    expect(exact).toEqual([]);
    expect(similar).toContain(0);
  });
});
