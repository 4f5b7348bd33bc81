/** A failure whose message says what to do; shown without a stack. */
export class StepError extends Error {}

/** Runs one step and says so: `· installing packages … 12 s`. */
export function step<T>(name: string, run: () => Promise<T> | T): Promise<T>;

/** Runs a program quietly; its output is shown only when it fails. Gives what it printed. */
export function runQuietly(
  program: string,
  args: readonly string[],
  options: { readonly remedy: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string>;

/** Hands the terminal to a program and gives its exit code; a signal counts as 1. */
export function runOpenly(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number>;
