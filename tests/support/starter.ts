import type { TextRow } from '../../lib/related/segments/segment-row';
import type { StarterFeed, StarterPaper } from '../../lib/starter/types';
import { arxivId, day } from './builders';

/** A paper of a starter feed; `number` tells papers apart. */
export function starterPaper(number: number, overrides: Partial<StarterPaper['facts']> = {}): StarterPaper {
  return {
    listedOn: day('2026-06-09'),
    facts: {
      ids: { arxiv: arxivId(`2606.${String(number).padStart(5, '0')}`) },
      title: `Starter paper ${number} about coding agents`,
      authors: [],
      authorCount: 3,
      publishedOn: day('2026-06-08'),
      categories: [],
      keywords: ['coding agents'],
      upvotes: 100 - number,
      comments: 2,
      ...overrides,
    },
  };
}

/** A starter feed of so many papers, or of these. */
export function starterFeed(papers: number | readonly StarterPaper[] = 3): StarterFeed & {
  readonly papers: readonly StarterPaper[];
} {
  const all =
    typeof papers === 'number'
      ? Array.from({ length: papers }, (_, index) => starterPaper(index + 1))
      : papers;
  return {
    date: day('2026-06-09'),
    from: day('2026-06-08'),
    origin: 'made-up responses',
    licence: 'none',
    count: all.length,
    slice: (start, end) => all.slice(start, end),
    papers: all,
  };
}

/** A row made from title and abstract. */
export function textRow(overrides: Partial<TextRow> = {}): TextRow {
  return {
    vector: Int8Array.from({ length: 16 }, (_, position) => (position - 8) * 4),
    words: Uint16Array.of(3, 3, 9, 700, 65_535),
    topics: Uint32Array.of(4_294_967_295, 7),
    ...overrides,
  };
}
