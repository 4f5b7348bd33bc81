/** An object type with absent keys in place of `undefined` values. */
type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * Drops the keys whose value is `undefined`, so that "absent" has one form everywhere.
 *
 * Messages and IndexedDB treat `undefined` differently (JSON drops it, structured clone keeps it).
 */
export function compact<T extends object>(record: T): Compact<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Compact<T>; // Object.fromEntries cannot express which keys are left.
}
