import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readEnvelope, readJson } from '../../lib/read-json';
import { ParseError } from '../../lib/errors';

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
