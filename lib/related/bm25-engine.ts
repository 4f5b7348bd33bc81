import MiniSearch from 'minisearch';
import { compact } from '../model/compact';
import type { Paper, PaperKey } from '../model/paper';
import type { RelatedPaper, RelatedQuery } from '../model/related';
import { isStopTerm } from '../text/stop-words';
import { termOf, wordsOf } from '../text/words';
import type { RelatedEngine } from './engine';
import { createReasonFinder } from './reasons';

/** The ten rarest words of the abstract: a query of all of them takes MiniSearch 2.1 s at 10,000 papers. */
const ABSTRACT_TERMS = 10;
/** Papers added between two pauses, so that a message waits at most some 50 ms. */
const CHUNK_SIZE = 100;
/** Below this share of the best score a paper shares little more than a common word. */
const MIN_CLOSENESS = 0.12;

/**
 * Related papers by BM25 over title and abstract, with MiniSearch.
 *
 * Cost: building takes about 1 ms a paper; a look-up 5 to 50 ms at 10,000 papers. The vectors of DESIGN
 * section 5 replace it behind the same interface.
 *
 * Source: BM25+, Lv and Zhai 2011, MiniSearch's defaults (k = 1.2, b = 0.7, d = 0.5); title weighs double.
 */
export function createBm25Engine(): RelatedEngine {
  const papers = new Map<PaperKey, Paper>();
  const documentFrequency = new Map<string, number>();
  const index = new MiniSearch<Paper>({
    idField: 'key',
    fields: ['title', 'abstract', 'authors', 'keywords'],
    extractField: (paper, field) => fieldOf(paper, field),
    tokenize: (text) => wordsOf(text).map((word) => word.term),
    processTerm: (term) => (isStopTerm(term) ? null : term),
    searchOptions: { boost: { title: 2 } },
  });

  function addOne(paper: Paper): void {
    const known = papers.get(paper.key);
    // Counts change daily, texts hardly ever: only a changed text is worth indexing again.
    if (known === undefined) index.add(paper);
    else if (hasOtherText(known, paper)) index.replace(paper);
    if (known !== undefined) countTerms(known, -1);
    countTerms(paper, 1);
    papers.set(paper.key, paper);
  }

  function countTerms(paper: Paper, step: 1 | -1): void {
    for (const term of new Set(termsOf(`${paper.title} ${paper.abstract ?? ''}`))) {
      documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + step);
    }
  }

  const rarity = (term: string): number =>
    Math.log(1 + papers.size / (1 + (documentFrequency.get(term) ?? 0)));

  function queryTerms(query: RelatedQuery): readonly string[] {
    // A word that no cached paper has can match nothing.
    const known = termsOf(query.abstract ?? '').filter((term) => (documentFrequency.get(term) ?? 0) > 0);
    const rarest = [...new Set(known)].toSorted((a, b) => rarity(b) - rarity(a)).slice(0, ABSTRACT_TERMS);
    return [...new Set([...termsOf(query.title), ...rarest])];
  }

  return {
    get size() {
      return papers.size;
    },

    async add(added) {
      for (let start = 0; start < added.length; start += CHUNK_SIZE) {
        if (start > 0) await new Promise((resolve) => setTimeout(resolve));
        for (const paper of added.slice(start, start + CHUNK_SIZE)) addOne(paper);
      }
    },

    remove(keys) {
      for (const key of keys) {
        const paper = papers.get(key);
        if (paper === undefined) continue;
        countTerms(paper, -1);
        papers.delete(key);
        index.discard(key);
      }
    },

    find(query, { limit, isExcluded }) {
      const terms = queryTerms(query);
      const hits = terms.length === 0 ? [] : index.search(terms.join(' '), { fields: ['title', 'abstract'] });
      // Of equals the key decides, not the order in which a sync happened to bring them.
      const ranked = hits.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const reasonsFor = createReasonFinder(query, rarity);
      const items: RelatedPaper[] = [];
      // From the best on until the answer is full: reading a paper's topics costs far more than its score.
      for (const { id, score } of ranked) {
        const best = items[0]?.score ?? score;
        if (items.length >= limit || score < best * MIN_CLOSENESS) break;
        const paper = papers.get(id as PaperKey); // Ids are the keys that were added.
        if (paper === undefined || isExcluded(paper)) continue;
        items.push({ paper, score, closeness: score / best, reasons: reasonsFor(paper) });
      }
      return { items, feedSize: papers.size };
    },

    search(text, limit) {
      const last = termOf(/[\p{L}\p{N}]+$/u.exec(text)?.[0] ?? '');
      const options = compact({
        combineWith: 'AND' as const,
        boost: { title: 4, authors: 2, keywords: 2 },
        // The word being typed may be unfinished.
        prefix: (term: string) => term === last && term.length > 1,
      });
      return index
        .search(text, options)
        .slice(0, limit)
        .flatMap(({ id }) => papers.get(id as PaperKey) ?? []);
    },
  };
}

function termsOf(text: string): readonly string[] {
  return wordsOf(text)
    .map((word) => word.term)
    .filter((term) => !isStopTerm(term));
}

function fieldOf(paper: Paper, field: string): string {
  switch (field) {
    case 'key':
      return paper.key;
    case 'title':
      return paper.title;
    case 'abstract':
      return paper.abstract ?? '';
    case 'authors':
      return [...paper.authors, paper.organisation ?? ''].join(' ');
    default:
      return paper.keywords.join(' ');
  }
}

function hasOtherText(known: Paper, paper: Paper): boolean {
  return ['title', 'abstract', 'authors', 'keywords'].some(
    (field) => fieldOf(known, field) !== fieldOf(paper, field),
  );
}
