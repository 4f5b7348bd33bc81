import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A program that people start from the command line. */
interface Program<TOptions> {
  /** How to call it; shown beside what is wrong with an option. */
  readonly usage: string;
  /** Reads the options. Errors: an `Error` in words. */
  readonly read: (args: readonly string[]) => TOptions;
  /** Errors: an `Error` in words; a stack trace says nothing to the person who waits. */
  readonly run: (options: TOptions) => Promise<void>;
}

/** Runs a program and sets the exit code: 2 for a wrong option, 1 for a failure. */
export async function runProgram<TOptions>({ usage, read, run }: Program<TOptions>): Promise<void> {
  let options: TOptions;
  try {
    options = read(process.argv.slice(2));
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  try {
    await run(options);
  } catch (error) {
    console.error(`\n${messageOf(error)}`);
    process.exitCode = 1;
  }
}

/** The values of the options. Errors: an `Error` in words for an unknown option, or one without its value. */
export function valuesOf<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  return parseArgs({ args: [...args], options }).values;
}

/** The value of an option that must be given. Errors: an `Error` that names it. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new Error(`${option} is missing.`);
  return value;
}

/** Reads a whole number from 1 up. Errors: an `Error` that names the option. */
export function countOf(text: string, option: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new Error(`${option} takes whole numbers from 1, not “${text}”.`);
}

/** What progress is written to, such as `process.stderr`. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
