import type { Topics } from '../../lib/topics/find/create-topics';
import type { CollectedPaper } from '../collections/papers';

/** A paper with the keywords to find. */
type JudgedPaper = Pick<CollectedPaper, 'abstract' | 'keywords' | 'title'>;

/** How well the first five topics of a paper match its own keywords. */
export interface TopicFigures {
  /** Hits ÷ 5, the mean over the papers; a paper with fewer known keywords cannot reach 1. */
  readonly precision: number;
  /** Hits ÷ the paper's known keywords, the mean over the papers. */
  readonly recall: number;
  /** Papers used: those with at least two known keywords. */
  readonly papers: number;
  /** Mean number of known keywords per paper. */
  readonly keywords: number;
}

const FIRST = 5;
const MIN_KEYWORDS = 2;

/** Tags each paper by title and abstract alone, and compares by canonical key. */
export function measureTopics(topics: Topics, papers: Iterable<JudgedPaper>): TopicFigures {
  const sum = { precision: 0, recall: 0, papers: 0, keywords: 0 };
  for (const { title, abstract, keywords } of papers) {
    const known = new Set(keywords.map((keyword) => topics.keyOf(keyword)).filter((key) => key !== null));
    if (known.size < MIN_KEYWORDS) continue;
    const found = topics.topicsOf({ title, abstract, keywords: [], categories: [] }).slice(0, FIRST);
    const hits = found.filter(({ key }) => known.has(key)).length;
    sum.precision += hits / FIRST;
    sum.recall += hits / known.size;
    sum.keywords += known.size;
    sum.papers++;
  }
  const mean = (total: number): number => total / Math.max(1, sum.papers);
  return {
    precision: mean(sum.precision),
    recall: mean(sum.recall),
    keywords: mean(sum.keywords),
    papers: sum.papers,
  };
}
