import type { ErrorCode } from '../errors';
import type { IsJson, Json } from './json';

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
