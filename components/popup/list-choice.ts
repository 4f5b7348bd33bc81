import { addDays, type IsoDate } from '../../lib/model/dates';
import type { EditionSpan, EditionView, SinceView } from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { countOf, formatAge, formatCount, formatDay, formatMonthName, formatWeekday } from '../words/format';

/** What the popup lists: the edition of a span, or what came in since the last visit. */
export type ListTab = EditionSpan | 'since';

const TAB_WORDS: Readonly<Record<ListTab, string>> = {
  since: 'New',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  trending: 'Trending',
  rising: 'Rising',
};

/** Rankings go by upvotes, which only Hugging Face has. */
const TABS: Readonly<Record<SourceId, readonly ListTab[]>> = {
  'hf-daily': ['since', 'day', 'week', 'month', 'trending', 'rising'],
  arxiv: ['since', 'day', 'week', 'month'],
};

/** The tabs of a source's list, with the number of papers that are new. */
export function listTabs(
  source: SourceId,
  newCount: number,
): readonly { readonly value: ListTab; readonly text: string }[] {
  return TABS[source].map((value) => ({
    value,
    text:
      value === 'since' && newCount > 0 ? `${TAB_WORDS[value]} ${formatCount(newCount)}` : TAB_WORDS[value],
  }));
}

/** True for lists that go from one date to the next. */
export function isDated(tab: ListTab): tab is 'day' | 'month' | 'week' {
  return tab === 'day' || tab === 'week' || tab === 'month';
}

/** What an edition is called: `Tuesday 9 June`, `8 – 14 June`, `June 2026`, `Trending`. */
export function editionTitle({ span, date }: Pick<EditionView, 'date' | 'span'>, nowMs: number): string {
  switch (span) {
    case 'day':
      return formatWeekday(date, nowMs);
    case 'week':
      return weekWords(date, nowMs);
    case 'month':
      return formatMonthName(date);
    case 'trending':
      return 'Trending';
    case 'rising':
      return 'Rising';
  }
}

/** `23 papers · 6 new`, and what a list's name does not say about it. */
export function editionSubtitle({ span, papers }: EditionView): string {
  const fresh = papers.filter((item) => item.isNew).length;
  const parts = [countOf(papers.length, 'paper'), ...(fresh === 0 ? [] : [`${formatCount(fresh)} new`])];
  if (span === 'week' || span === 'month') parts.push('most upvoted first');
  if (span === 'rising') parts.push('gaining upvotes fastest');
  return parts.join(' · ');
}

/** The subtitle above what came in since the last visit. */
export function sinceSubtitle({ sinceMs, total }: SinceView, nowMs: number): string {
  const count = countOf(total, 'paper');
  return sinceMs === null ? count : `${count} · you last looked ${formatAge(sinceMs, nowMs)}`;
}

/** `8 – 14 June`, `29 June – 5 July`; the year when it is not this year. */
function weekWords(monday: IsoDate, nowMs: number): string {
  const sunday = addDays(monday, 6);
  const isOneMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const start = isOneMonth
    ? String(Number(monday.slice(8)))
    : formatDay(monday, nowMs).replace(/ \d{4}$/, '');
  return `${start} – ${formatDay(sunday, nowMs)}`;
}
