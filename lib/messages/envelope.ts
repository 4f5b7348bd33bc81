import type { ErrorCode } from '../errors';

/**
 * What survives `runtime.sendMessage` unchanged (measured in Chromium: a Date becomes a string, a Map becomes
 * {}).
 */
export type Json =
  | boolean
  | number
  | string
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * `T` with every part that is not JSON replaced by `never`: what differs from `T` would not arrive as it was
 * sent.
 */
export type JsonSafe<T> = T extends boolean | number | string | null | undefined | void
  ? T
  : T extends bigint | symbol | ((...args: never) => unknown)
    ? never
    : T extends Date | Error | RegExp | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ArrayBufferView
      ? never
      : T extends readonly (infer TItem)[]
        ? readonly Exclude<JsonSafe<TItem>, undefined>[] // In an array `undefined` becomes null.
        : T extends object
          ? { [K in keyof T]: JsonSafe<T[K]> }
          : never; // `unknown` may contain anything.

/** True when a value of the type arrives as it was sent. Not so for `any`, which may be anything. */
export type IsJson<T> = 0 extends 1 & T ? false : [T] extends [JsonSafe<T>] ? true : false;

/** A call as it travels. `paperkin` marks it as ours, so that nobody has to look inside to decide. */
export interface Call {
  readonly paperkin: 1;
  readonly name: string;
  readonly request?: Json;
}

/** An answer as it travels. Failures are values; stacks stay where they happened. */
export type Answer =
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } }
  | { readonly ok: true; readonly value?: Json };

type Method = (request: never) => unknown;

/** The request type of a message; `undefined` for messages without one. */
export type RequestOf<TMethod> = TMethod extends () => unknown
  ? undefined
  : TMethod extends (request: infer TRequest) => unknown
    ? TRequest
    : never;

/** What a caller passes after the name. */
export type RequestArguments<TMethod> =
  RequestOf<TMethod> extends undefined ? [] : [request: RequestOf<TMethod>];

/** The answer type of a message. */
export type AnswerOf<TMethod> = TMethod extends Method ? ReturnType<TMethod> : never;

/**
 * A protocol whose requests and answers are all JSON. A message with any other payload gets the type `never`,
 * so that `TProtocol extends JsonProtocol<TProtocol>` refuses the protocol and names the message.
 */
export type JsonProtocol<TProtocol> = {
  [K in keyof TProtocol]: IsJson<RequestOf<TProtocol[K]>> extends true
    ? IsJson<AnswerOf<TProtocol[K]>> extends true
      ? TProtocol[K]
      : never
    : never;
};

/** True for one of our calls. */
export function isCall(message: unknown): message is Call {
  const call = message as Partial<Call> | null | undefined; // Each field is checked here.
  return call?.paperkin === 1 && typeof call.name === 'string';
}
