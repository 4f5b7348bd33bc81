/** A month has 21 or 22 days with a list. */
const LISTS_PER_MONTH = 21.5;

/** What fetching the past of a field would cost. */
export interface FillEstimate {
  readonly papers: number;
  readonly requests: number;
  readonly durationMs: number;
  /** The papers would not all fit into the budget of the settings. */
  readonly isOverBudget: boolean;
}

/**
 * What fetching the past of a field costs: requests, time, and whether the papers fit.
 *
 * `papersPerList` counts those of one weekday. Each month is requested separately, so it costs at least one
 * request. `freePapers` is what the budget still has room for.
 */
export function estimateFill(options: {
  readonly months: number;
  readonly papersPerList: number;
  readonly papersPerRequest: number;
  readonly msPerRequest: number;
  readonly freePapers: number;
}): FillEstimate {
  const perMonth = Math.round(options.papersPerList * LISTS_PER_MONTH);
  const papers = perMonth * options.months;
  // The same day of an earlier month touches one more calendar month than there are months between.
  const requests = options.months * Math.max(1, Math.ceil(perMonth / options.papersPerRequest)) + 1;
  return {
    papers,
    requests,
    durationMs: requests * options.msPerRequest,
    isOverBudget: papers > options.freePapers,
  };
}
