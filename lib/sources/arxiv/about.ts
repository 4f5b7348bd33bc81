import type { SourceDescription } from '../types';

const LISTS_URL = 'https://arxiv.org/list';

/** The categories of arXiv that the reader follows. */
export const ARXIV = {
  id: 'arxiv',
  name: 'arXiv',
  shortName: 'arXiv',
  fileName: 'arxiv',
  lists: { day: 'Day', week: 'Week', month: 'Month' },
  listsUrl: LISTS_URL,
  // The site has lists of single categories only; the fragment tells ours apart.
  listUrl: ({ span, date }) => `${LISTS_URL}#${span}-${date}`,
  paperUrl: ({ arxiv }) => `https://arxiv.org/abs/${arxiv}`,
  fields: { plural: 'categories' },
  past: { kind: 'fills' },
  hosts: ['https://export.arxiv.org/*', 'https://rss.arxiv.org/*'],
  minIntervalMs: 3000,
  licence: 'Metadata: CC0 1.0 (https://info.arxiv.org/help/api/tou.html)',
  segmentBit: 2,
} as const satisfies SourceDescription<string>;
