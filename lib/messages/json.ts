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
