import * as v from 'valibot';
import { ParseError } from './errors';

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
