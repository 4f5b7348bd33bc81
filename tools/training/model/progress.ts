import { PAIR_KINDS, type PairKind } from './batches/schedule';
import type { StepReport } from './train';

/** What progress is written to, such as `process.stdout`. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Reports how far a training is. */
export interface Progress {
  readonly add: (report: StepReport) => void;
  /** Ends the bar's line. */
  finish(): void;
  /** Running mean of the loss of each kind of pair so far. */
  readonly losses: ReadonlyMap<PairKind, number>;
}

const BAR_WIDTH = 24;
const TERMINAL_PAUSE_MS = 250;
const LOG_PAUSE_MS = 10_000;
/** Weight of the newest loss in the running mean. */
const NEWEST = 0.02;

/** Shows a bar on a terminal, and a line every ten seconds elsewhere. */
export function createProgress(output: ProgressOutput, now: () => number = Date.now): Progress {
  const losses = new Map<PairKind, number>();
  const start = now();
  let lastShown = Number.NEGATIVE_INFINITY;

  function show({ step, steps }: StepReport, time: number): void {
    const seconds = (time - start) / 1000;
    const text = [
      `${String(Math.floor((step / steps) * 100)).padStart(3)} %  ${step}/${steps} batches`,
      ...PAIR_KINDS.flatMap((kind) => {
        const loss = losses.get(kind);
        return loss === undefined ? [] : [`${kind} ${loss.toFixed(3)}`];
      }),
      ...(seconds > 0 ? [`${(step / seconds).toFixed(1)} batches/s`] : []),
      `${timeText((seconds / step) * (steps - step))} left`,
    ].join('  ');
    if (output.isTTY === true) output.write(`\r\u001B[2K[${bar(step / steps)}] ${text}`);
    else output.write(`${text}\n`);
  }

  return {
    losses,
    add(report) {
      const known = losses.get(report.kind);
      const { kind, loss } = report;
      losses.set(kind, known === undefined ? loss : known + NEWEST * (loss - known));
      const time = now();
      const pause = output.isTTY === true ? TERMINAL_PAUSE_MS : LOG_PAUSE_MS;
      if (time - lastShown < pause && report.step < report.steps) return;
      lastShown = time;
      show(report, time);
    },
    finish() {
      if (output.isTTY === true) output.write('\n');
    },
  };
}

function bar(part: number): string {
  const filled = Math.round(part * BAR_WIDTH);
  return '#'.repeat(filled) + '.'.repeat(BAR_WIDTH - filled);
}

/** A time in words: `45 s`, `12 min`. */
export function timeText(seconds: number): string {
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
