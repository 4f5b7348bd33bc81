/** What a long step tells of itself. */
export interface Step {
  /** How many are done. Shown on a terminal only. */
  readonly update: (count: number) => void;
  /** How many were done, and with it the time taken. */
  readonly end: (count: number) => void;
}

/** Where progress goes: standard error, since figures go to standard output. */
export type ProgressStream = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Starts a step, named by what it counts. */
export function startStep(name: string, stream: ProgressStream = process.stderr): Step {
  const startedMs = performance.now();
  return {
    update(count) {
      if (stream.isTTY) stream.write(`\r${count} ${name} …`);
    },
    end(count) {
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      stream.write(`${stream.isTTY ? '\r\x1b[K' : ''}${count} ${name} in ${seconds} s\n`);
    },
  };
}
