import { describe, expectTypeOf, it } from 'vitest';
import type { AnswerOf, JsonProtocol, RequestOf } from '../../../lib/messages/envelope';
import type { IsJson, JsonSafe } from '../../../lib/messages/json';
import type { PageProtocol, Protocol } from '../../../lib/messages/protocol';
import type { PaperFacts } from '../../../lib/model/paper/paper';

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
  it.each(['checked by the compiler'])('tells what survives a message: %s', () => {
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
