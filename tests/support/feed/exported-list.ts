import type { ExportedList } from '../../../lib/feed-export/entry';
import type { Paper } from '../../../lib/model/paper/paper';
import { day, NOW_MS, paper } from '../builders';

/** A list of one day with these papers. */
export function exportedList(papers: readonly Paper[] = [paper()]): ExportedList {
  return {
    title: 'Hugging Face, Tuesday 9 June 2026',
    url: 'https://huggingface.co/papers/date/2026-06-09',
    publisher: 'Hugging Face Daily Papers',
    updatedAtMs: NOW_MS,
    papers,
  };
}

/** A paper of which everything is known that a list may tell. */
export function fullPaper(): Paper {
  return paper({
    version: 2,
    organisation: 'Institute of Examples',
    listedOn: day('2026-06-09'),
    keywords: ['coding agents', 'cs.SE'],
    upvotes: 12,
    comments: 3,
    aiSummary: 'Agents read before they write.',
    codeUrl: 'https://github.com/example/agents',
  });
}
