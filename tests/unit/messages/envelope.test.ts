import { describe, expect, expectTypeOf, it } from 'vitest';
import { type AnswerOf, isCall, type RequestArguments, type RequestOf } from '../../../lib/messages/envelope';

interface Tiny {
  'tiny.double'(request: { value: number }): number;
  'tiny.nothing'(): void;
}

describe('isCall', () => {
  it.each<[unknown, boolean]>([
    [{ paperkin: 1, name: 'feed.status' }, true],
    [{ paperkin: 1, name: 5 }, false],
    [{ paperkin: true, name: 'feed.status' }, false],
    [{ name: 'feed.status' }, false],
    [null, false],
    [undefined, false],
    ['feed.status', false],
  ])('of %j is %s', (message, expected) => {
    expect(isCall(message)).toBe(expected);
  });
});

describe('the types of a message', () => {
  it('follow from its line in the protocol', () => {
    expectTypeOf<RequestOf<Tiny['tiny.double']>>().toEqualTypeOf<{ value: number }>();
    expectTypeOf<RequestOf<Tiny['tiny.nothing']>>().toEqualTypeOf<undefined>();
    expectTypeOf<AnswerOf<Tiny['tiny.double']>>().toEqualTypeOf<number>();
    expectTypeOf<RequestArguments<Tiny['tiny.double']>>().toEqualTypeOf<[request: { value: number }]>();
    expectTypeOf<RequestArguments<Tiny['tiny.nothing']>>().toEqualTypeOf<[]>();
  });
});
