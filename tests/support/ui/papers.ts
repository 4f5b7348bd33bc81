import type { PanelPaper } from '../../../lib/messages/protocol';
import type { EditionView, FeedItem } from '../../../lib/model/feed/lists';
import type { FeedStatus, HistoryStatus, SourceStatus } from '../../../lib/model/feed/status';
import type { JobState } from '../../../lib/model/feed/job';
import type { Paper } from '../../../lib/model/paper/paper';
import type { SavedPaper } from '../../../lib/model/saved';
import type { Reason, RelatedAnswer, RelatedPaper } from '../../../lib/model/related';
import { arxivId, day, NOW_MS, paper as feedPaper, savedPaper as savedEntry } from '../builders';

/** The day before `NOW_MS`. */
export const DAY = day('2026-06-09');

/** A paper of the feed as readers see it; `number` tells papers apart. */
export function paper(overrides: Partial<Paper> = {}, number = 1): Paper {
  return feedPaper({
    ids: { arxiv: arxivId(`2606.${String(number).padStart(5, '0')}`) },
    title: `Paper number ${number}`,
    abstract: 'Coding agents read a repository before they write.',
    publishedOn: DAY,
    upvotes: 12,
    comments: 3,
    provenance: [],
    ...overrides,
  });
}

/** A paper as a list has it. */
export function feedItem(number: number, overrides: Partial<FeedItem> = {}): FeedItem {
  return { paper: paper({}, number), isNew: false, ...overrides };
}

/** The list of a day. */
export function edition(items: readonly FeedItem[], overrides: Partial<EditionView> = {}): EditionView {
  return { source: 'hf-daily', span: 'day', date: DAY, fetchedAtMs: NOW_MS, papers: items, ...overrides };
}

/** Why: a phrase that the abstract begins with, and the general subject. */
const REASONS: readonly Reason[] = [
  {
    kind: 'phrase',
    phrase: 'coding agents',
    share: 0.5,
    positions: [{ field: 'abstract', start: 0, end: 13 }],
  },
  { kind: 'rest', share: 0.5 },
];

/** A related paper with a phrase as its reason. */
export function relatedPaper(number: number, overrides: Partial<RelatedPaper> = {}): RelatedPaper {
  return {
    paper: paper({}, number),
    score: 10 - number,
    closeness: 1 - number / 10,
    reasons: REASONS,
    ...overrides,
  };
}

/** An answer of the look-up over 1,000 papers. */
export function relatedAnswer(items: readonly RelatedPaper[], feedSize = 1000): RelatedAnswer {
  return { items, found: items.length, feedSize };
}

/** The paper of a page, as the sidebar gets it. */
export function panelPaper(overrides: Partial<PanelPaper> = {}): PanelPaper {
  const { key: _key, addedAtMs: _addedAtMs, provenance: _provenance, ...facts } = paper({}, 9);
  return {
    ref: { site: 'arxiv', ids: facts.ids, view: 'abstract' },
    paper: facts,
    inFeedSince: DAY,
    topics: ['coding agents', 'code search'],
    ...overrides,
  };
}

/** An entry of the reading list. */
export function savedPaper(number: number, overrides: Partial<SavedPaper> = {}): SavedPaper {
  const [saved, hourAgoMs] = [paper({}, number), NOW_MS - 3_600_000];
  return savedEntry({
    key: saved.key,
    paper: saved,
    savedAtMs: hourAgoMs,
    changedAtMs: hourAgoMs,
    ...overrides,
  });
}

/** A source that is between two syncs, or in the given state. */
export function sourceStatus(
  state: JobState = { kind: 'waiting', reason: 'schedule', untilMs: NOW_MS + 3_600_000 },
  overrides: Partial<SourceStatus> = {},
): SourceStatus {
  return {
    source: 'hf-daily',
    name: 'Hugging Face Daily Papers',
    state,
    lastSuccessAtMs: NOW_MS - 2 * 3_600_000,
    papers: 1000,
    dropped: [],
    history: [],
    ...overrides,
  };
}

/** The past of the daily papers, fetched for a month of the three wanted. */
export function historyStatus(overrides: Partial<HistoryStatus> = {}): HistoryStatus {
  return {
    id: 'hf-daily/history',
    state: { kind: 'due' },
    goalOn: day('2026-03-02'),
    reachedOn: day('2026-05-11'),
    dropped: [],
    ...overrides,
  };
}

/** The state of a feed of these sources. */
export function feedStatus(sources: readonly SourceStatus[] = [sourceStatus()], papers = 1000): FeedStatus {
  return { sources, papers };
}
