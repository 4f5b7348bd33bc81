import * as v from 'valibot';
import { collapseSpace } from './text/plain';

/** An absent, null or unusable value is absent: one odd field must not cost a paper. */
export function lenient<TOutput>(schema: v.GenericSchema<unknown, TOutput>) {
  return v.fallback(v.optional(schema), undefined);
}

/** What is usable of a list; anything but a list is refused. */
export function usableOf<TOutput>(schema: v.GenericSchema<unknown, TOutput>) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((items) =>
      items.flatMap((item) => {
        const read = v.safeParse(schema, item);
        return read.success ? [read.output] : [];
      }),
    ),
  );
}

/** What is usable of a list; empty for anything but a list. */
export function lenientList<TOutput>(schema: v.GenericSchema<unknown, TOutput>) {
  return v.fallback(v.optional(usableOf(schema), []), []);
}

/** A text with white space collapsed; an empty one is none. */
export const lenientText = v.pipe(v.string(), v.transform(collapseSpace), v.nonEmpty());

/** A number of things: whole, 0 and up. */
export const wholeCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
