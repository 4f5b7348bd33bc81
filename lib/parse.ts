import * as v from 'valibot';
import { ParseError } from './errors';
import { type IsoDate, parseIsoDate } from './model/dates';
import { collapseSpace } from './text/plain';

/** The value of a JSON text that a server sent. Errors: `ParseError`. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    const found = body.trimStart().startsWith('<') ? 'HTML' : 'a broken text';
    throw new ParseError(`Expected JSON, got ${found}`, { cause: error });
  }
}

/** Reads an envelope, or a stored cursor, with a schema. Errors: `ParseError`, which names what was expected. */
export function readEnvelope<TOutput>(
  schema: v.GenericSchema<unknown, TOutput>,
  raw: unknown,
  name: string,
): TOutput {
  const read = v.safeParse(schema, raw);
  if (!read.success) throw new ParseError(`Expected ${name}: ${v.summarize(read.issues)}`);
  return read.output;
}

/** Treats an absent, null or unusable value as absent: one odd field must not lose a paper. */
export function lenient<TOutput>(schema: v.GenericSchema<unknown, TOutput>) {
  return v.fallback(v.optional(schema), undefined);
}

/** The usable items of a list; refuses anything but a list. */
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

/** The usable items of a list; empty for anything but a list. */
export function lenientList<TOutput>(schema: v.GenericSchema<unknown, TOutput>) {
  return v.fallback(v.optional(usableOf(schema), []), []);
}

/** A text with collapsed white space; an empty one is unusable. */
export const lenientText = v.pipe(v.string(), v.transform(collapseSpace), v.nonEmpty());

/** A count: a whole number from 0. */
export const wholeCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A calendar day, as `2026-06-09`. */
export const isoDay = v.pipe(
  v.string(),
  v.transform(parseIsoDate),
  v.custom<IsoDate>((date) => date !== null),
);
