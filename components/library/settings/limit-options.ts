import type { Settings } from '../../../lib/settings/settings';
import { countOf, formatCount } from '../../words/format';

/** The options of a select field. */
export type Options = readonly { readonly value: string; readonly text: string }[];

const MONTHS = [1, 3, 6, 12, 24] as const;
const PAPERS = [10_000, 25_000, 50_000, 100_000, 200_000, 500_000] as const;

/** How far back the daily papers may be fetched. Includes a value that was set elsewhere. */
export function historyOptions(chosen: Settings['historyMonths']): Options {
  const months = withChosen(MONTHS, chosen === 'all' ? null : chosen);
  return [
    ...months.map((count) => ({ value: String(count), text: countOf(count, 'month') })),
    { value: 'all', text: 'All, back to May 2023' },
  ];
}

/** The setting that an option stands for. */
export function historyMonthsOf(value: string): Settings['historyMonths'] {
  return value === 'all' ? 'all' : Number(value);
}

/** How many papers may be kept. Includes a value that was set elsewhere. */
export function budgetOptions(chosen: number): Options {
  return withChosen(PAPERS, chosen).map((count) => ({ value: String(count), text: formatCount(count) }));
}

/** Months that a category can be filled back. */
export const FILL_OPTIONS: Options = MONTHS.map((count) => ({
  value: String(count),
  text: countOf(count, 'month'),
}));

function withChosen(usual: readonly number[], chosen: number | null): readonly number[] {
  const all = chosen === null ? usual : [...usual, chosen];
  return [...new Set(all)].toSorted((one, other) => one - other);
}
