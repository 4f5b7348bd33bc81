import type { IsoDate } from '../../model/dates';
import type { SourceDescription } from '../types';

const LISTS_URL = 'https://huggingface.co/papers';

/** Hugging Face Daily Papers. */
export const HF_DAILY = {
  id: 'hf-daily',
  name: 'Hugging Face Daily Papers',
  shortName: 'Hugging Face',
  fileName: 'hugging-face',
  lists: { day: 'Day', week: 'Week', month: 'Month', trending: 'Trending', rising: 'Rising' },
  listsUrl: LISTS_URL,
  listUrl({ span, date }) {
    switch (span) {
      case 'day':
        return `${LISTS_URL}/date/${date}`;
      case 'week':
        return `${LISTS_URL}/week/${isoWeekOf(date)}`;
      case 'month':
        return `${LISTS_URL}/month/${date.slice(0, 7)}`;
      case 'trending':
        return `${LISTS_URL}/trending`;
      case 'rising':
        return `${LISTS_URL}#rising`;
    }
  },
  paperUrl: ({ arxiv }) => `${LISTS_URL}/${arxiv}`, // All daily papers are on arXiv.
  past: { kind: 'history', name: 'Daily papers', firstOn: '2023-05-04' as IsoDate }, // A day written out.
  hasSingleAbstracts: true,
  hasStarter: true,
  hosts: ['https://huggingface.co/*'],
  minIntervalMs: 250, // 500 requests in 5 minutes are allowed without a key; a sync of 30 days makes 25.
  licence: 'Shown on huggingface.co/papers; titles and abstracts are arXiv metadata (CC0 1.0)',
  segmentBit: 1,
} as const satisfies SourceDescription<string>;

/** `2026-W24`, for the Monday of a week. Source: ISO 8601: the year of a week is that of its Thursday. */
function isoWeekOf(monday: IsoDate): string {
  const thursday = new Date(`${monday}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 3);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstDay) / (7 * 86_400_000)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
