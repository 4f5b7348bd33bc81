import { PAIR_KINDS, type PairKind } from './batches/schedule';
import type { ProgressStream } from '../../command-line';
import type { StepReport } from './train';

const BAR_WIDTH = 24;
const TERMINAL_PAUSE_MS = 250;
const LOG_PAUSE_MS = 10_000;
/** Weight of the newest loss in the running mean. */
const NEWEST = 0.02;

/** Reports how far a training is: a bar on a terminal, and a line every ten seconds elsewhere. */
export function createProgress(output: ProgressStream, now: () => number = Date.now) {
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
    if (output.isTTY) output.write(`\r\u001B[2K[${bar(step / steps)}] ${text}`);
    else output.write(`${text}\n`);
  }

  return {
    /** Running mean of the loss of each kind of pair so far. */
    losses: losses as ReadonlyMap<PairKind, number>,
    add: (report: StepReport): void => {
      const { kind, loss } = report;
      const known = losses.get(kind);
      losses.set(kind, known === undefined ? loss : known + NEWEST * (loss - known));
      const time = now();
      const pause = output.isTTY ? TERMINAL_PAUSE_MS : LOG_PAUSE_MS;
      if (time - lastShown < pause && report.step < report.steps) return;
      lastShown = time;
      show(report, time);
    },
    /** Ends the bar's line. */
    finish(): void {
      if (output.isTTY) output.write('\n');
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
