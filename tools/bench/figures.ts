/** A row of the report. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** The budget (docs/design.md, section 7) or the floor (docs/related.md). */
  readonly wanted?: string;
}

/** P50 and p95 of some times, in ms. */
export function percentiles(times: readonly number[]): string {
  return `p50 ${at(times, 0.5).toFixed(1)} ms, p95 ${at(times, 0.95).toFixed(1)} ms`;
}

/** The smallest value that a share of all does not exceed. Shape: NaN for none. */
export function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

/** Lines of the report, in columns. */
export function formatFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  return figures
    .map(({ what, value, wanted }) =>
      `${what.padEnd(width)}  ${value.padEnd(30)}${wanted === undefined ? '' : `  (${wanted})`}`.trimEnd(),
    )
    .join('\n');
}
