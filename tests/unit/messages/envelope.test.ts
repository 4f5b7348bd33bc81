import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  type AnswerOf,
  isCall,
  type IsJson,
  type JsonProtocol,
  type JsonSafe,
  type RequestArguments,
  type RequestOf,
} from '../../../lib/messages/envelope';
import type { PageProtocol, Protocol } from '../../../lib/messages/protocol';
import type { PaperFacts } from '../../../lib/model/paper/paper';

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

/** The messages of which some part would not arrive as it was sent. */
type Offenders<TProtocol> = {
  [K in keyof TProtocol]: IsJson<RequestOf<TProtocol[K]>> extends true
    ? IsJson<AnswerOf<TProtocol[K]>> extends true
      ? never
      : K
    : K;
}[keyof TProtocol];

interface Bad {
  'request.date'(request: { at: Date }): void;
  'request.deep'(request: { list: readonly { by: Map<string, number> }[] }): void;
  'answer.set'(): ReadonlySet<string>;
  'answer.error'(): { readonly error: Error };
  'answer.bytes'(): Uint8Array;
  'answer.callback'(): { readonly again: () => void };
  'answer.any'(): { readonly what: unknown };
  'answer.big'(): bigint;
  'answer.holes'(): readonly (string | undefined)[];
  good(request: { text: string; limit?: number }): readonly { readonly title: string }[] | null;
}

describe('the protocol', () => {
  it('is JSON in every request and answer', () => {
    expectTypeOf<Offenders<Protocol>>().toEqualTypeOf<never>();
    expectTypeOf<Offenders<PageProtocol>>().toEqualTypeOf<never>();
    expectTypeOf<JsonProtocol<Protocol>>().toEqualTypeOf<{ [K in keyof Protocol]: Protocol[K] }>();
  });

  it('would be refused with anything else in it', () => {
    expectTypeOf<Offenders<Bad>>().toEqualTypeOf<Exclude<keyof Bad, 'good'>>();
  });
});

describe('IsJson', () => {
  it('tells what survives a message', () => {
    expectTypeOf<IsJson<PaperFacts>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<string | null | readonly number[]>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<undefined>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<Date>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<RegExp>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<symbol>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<unknown>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<Promise<string>>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<{ a: string | Date }>>().toEqualTypeOf<false>();
  });

  it('puts never where something else was', () => {
    expectTypeOf<JsonSafe<{ a: Date; b: string }>>().toEqualTypeOf<{ a: never; b: string }>();
  });
});
