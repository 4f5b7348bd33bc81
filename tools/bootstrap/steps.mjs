import { spawn } from 'node:child_process';

/** A failure whose message says what to do; shown without a stack. */
export class StepError extends Error {}

/**
 * Runs one step and says so: `· installing packages … 12 s`.
 *
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} run
 * @returns {Promise<T>}
 */
export async function step(name, run) {
  const start = Date.now();
  process.stdout.write(`· ${name} …`);
  // A silent step of a minute looks dead on a terminal; a log file needs no dots.
  const dots = process.stdout.isTTY ? setInterval(() => process.stdout.write('.'), 5000) : undefined;
  try {
    const result = await run();
    process.stdout.write(` ${Math.round((Date.now() - start) / 1000)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(' failed\n');
    throw error;
  } finally {
    clearInterval(dots);
  }
}

/**
 * Runs a program quietly; shows its output only if it fails.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ remedy: string; env?: NodeJS.ProcessEnv }} options `remedy` tells the reader what to do when it
 *   fails.
 * @returns {Promise<string>} What it printed.
 */
export function runQuietly(program, args, { remedy, env = process.env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(program),
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', (error) =>
      reject(new StepError(`${program} did not start (${error.message}). ${remedy}`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new StepError(
            `${output.trim()}\n\n${program} ${args.join(' ')} ended with code ${code}. ${remedy}`,
          ),
        );
    });
  });
}

/**
 * Hands the terminal to a program and gives its exit code; a signal counts as 1.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function runOpenly(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: 'inherit', shell: needsShell(program) });
    // Ctrl-C reaches both processes; this one waits while the child closes its browser.
    const wait = () => undefined;
    process.on('SIGINT', wait);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGINT', wait);
      resolve(code ?? 1);
    });
  });
}

/** On Windows npm is a script, and Node starts scripts only through a shell. @param {string} program */
function needsShell(program) {
  return process.platform === 'win32' && !program.endsWith('.exe');
}
