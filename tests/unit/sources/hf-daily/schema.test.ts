import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { HfRecordSchema } from '../../../../lib/sources/hf-daily/schema';

describe('HfRecordSchema', () => {
  it('asks only for the two objects', () => {
    const { paper, ...outer } = v.parse(HfRecordSchema, { paper: {} });

    expect(Object.values(outer).filter((value) => value !== undefined)).toEqual([]);
    expect(paper).toMatchObject({ authors: [], ai_keywords: [] });
    expect(v.is(HfRecordSchema, { title: 'A' })).toBe(false);
  });

  it.each<[unknown, readonly string[]]>([
    [
      ['a', ' b  c ', '', null, 3, {}, ['d']],
      ['a', 'b c'],
    ],
    [['k'.repeat(120), 'k'.repeat(121)], ['k'.repeat(120)]],
    [
      ['a', 'a'],
      ['a', 'a'],
    ],
    ['agents', []],
    [{ 0: 'a' }, []],
    [null, []],
  ])('reads the keywords %j as given, without what is none', (ai_keywords, expected) => {
    expect(v.parse(HfRecordSchema, { paper: { ai_keywords } }).paper.ai_keywords).toEqual(expected);
  });
});
