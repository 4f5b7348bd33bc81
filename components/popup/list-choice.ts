import { addDays, type IsoDate } from '../../lib/model/dates';
import {
  EDITION_SPANS,
  type EditionSpan,
  type EditionView,
  type SinceView,
} from '../../lib/model/feed/lists';
import type { SourceId } from '../../lib/model/paper/paper';
import { describeSource } from '../../lib/sources/descriptions';
import { countOf, formatAge, formatCount, formatDay, formatMonthName, formatWeekday } from '../words/format';

/** What the popup lists: the edition of a span, or what came in since the last visit. */
export type ListTab = EditionSpan | 'since';

/** What is new, with the number of papers, and then the lists of a source. */
export function listTabs(
  source: SourceId,
  newCount: number,
): readonly { readonly value: ListTab; readonly text: string }[] {
  const { lists } = describeSource(source);
  return [
    { value: 'since', text: newCount > 0 ? `New ${formatCount(newCount)}` : 'New' },
    ...EDITION_SPANS.flatMap((value) => {
      const text = lists[value];
      return text === undefined ? [] : [{ value, text }];
    }),
  ];
}

/** True for lists that go from one date to the next. */
export function isDated(tab: ListTab): tab is 'day' | 'month' | 'week' {
  return tab === 'day' || tab === 'week' || tab === 'month';
}

/** What an edition is called: `Tuesday 9 June`, `8 – 14 June`, `June 2026`, `Trending`. */
export function editionTitle(
  { source, span, date }: Pick<EditionView, 'date' | 'source' | 'span'>,
  nowMs: number,
): string {
  switch (span) {
    case 'day':
      return formatWeekday(date, nowMs);
    case 'week':
      return weekWords(date, nowMs);
    case 'month':
      return formatMonthName(date);
    case 'trending':
    case 'rising':
      return describeSource(source).lists[span] ?? span; // A source has no list that it does not name.
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
