import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ParseError } from '../../lib/errors';
import {
  lenient,
  lenientList,
  lenientText,
  readEnvelope,
  readJson,
  usableOf,
  wholeCount,
} from '../../lib/parse';

describe('lenient', () => {
  it.each([
    ['  a\n b ', 'a b'],
    ['', undefined],
    [' ', undefined],
    [null, undefined],
    [5, undefined],
  ])('reads the text %j as %j', (written, expected) => {
    expect(v.parse(lenient(lenientText), written)).toBe(expected);
  });

  it.each([
    [3, 3],
    [0, 0],
    [-1, undefined],
    [1.5, undefined],
    ['3', undefined],
    [1e300, undefined],
  ])('reads the count %j as %j', (written, expected) => {
    expect(v.parse(lenient(wholeCount), written)).toBe(expected);
  });
});

describe('lenientList', () => {
  it.each([
    [
      [1, 'a', null, 2],
      [1, 2],
    ],
    [undefined, []],
    [null, []],
    ['text', []],
  ])('reads of %j what is usable', (written, expected) => {
    expect(v.parse(lenientList(wholeCount), written)).toEqual(expected);
  });
});

describe('usableOf', () => {
  it('leaves out what is not usable, and refuses anything but a list', () => {
    expect(v.parse(usableOf(wholeCount), [1, -1])).toEqual([1]);
    expect(v.safeParse(usableOf(wholeCount), null).success).toBe(false);
  });
});

describe('readJson', () => {
  it('gives the value of a JSON text, and refuses any other', () => {
    expect(readJson('{"a": 1}')).toEqual({ a: 1 });
    expect(() => readJson('{"a": ')).toThrow(ParseError);
  });
});

describe('readEnvelope', () => {
  it('gives what the schema reads, and names what it expected', () => {
    const schema = v.object({ a: v.number() });

    expect(readEnvelope(schema, { a: 1, b: 2 }, 'an a')).toEqual({ a: 1 });
    expect(() => readEnvelope(schema, {}, 'an a')).toThrow('Expected an a');
  });
});
