import { allPapers, type FeedChange } from '../db/feed';
import type { OpenDatabase } from '../db/open';
import { isoDateOf } from '../model/dates';
import { type Identifiable, identityKeys } from '../model/identity';
import type { Paper, PaperFacts } from '../model/paper';
import type { RelatedAnswer, RelatedPaper, RelatedQuery, RelatedSort } from '../model/related';
import type { RelatedEngine } from '../related/engine';
import { phraseKey } from '../text/words';
import { createVocabulary, type Vocabulary } from '../topics/vocabulary';

export interface RelatedServiceOptions {
  readonly open: OpenDatabase;
  /** Makes an empty engine. */
  readonly createEngine: () => RelatedEngine;
}

export interface FindOptions {
  readonly limit: number;
  readonly sort: RelatedSort;
  /** Only papers with this topic. */
  readonly topic?: string;
}

export type RelatedService = ReturnType<typeof createRelatedService>;

/** The look-up structures, in memory; gone with the worker and rebuilt from the store by the next call. */
interface Index {
  readonly engine: RelatedEngine;
  readonly vocabulary: Vocabulary;
  readonly papers: Map<Paper['key'], Paper>;
}

/** An index that is being built, or is built; `pending` holds what was stored meanwhile. */
interface Building {
  readonly index: Promise<Index>;
  readonly pending: FeedChange[];
}

/** Related papers, topics and search over the cached feed. */
export function createRelatedService({ open, createEngine }: RelatedServiceOptions) {
  let building: Building | null = null;

  async function build(pending: FeedChange[]): Promise<Index> {
    const index: Index = { engine: createEngine(), vocabulary: createVocabulary(), papers: new Map() };
    await apply(index, { papers: await allPapers(await open()), gone: [] });
    await applyPending(index, pending);
    return index;
  }

  const ready = (): Promise<Index> => {
    if (building === null) {
      const pending: FeedChange[] = [];
      const started: Building = { index: build(pending), pending };
      building = started;
      started.index.catch(() => {
        // The callers get the error; the next call tries again.
        if (building === started) building = null;
      });
    }
    return building.index;
  };

  return {
    /** Takes in what a sync has stored. Cheap when nothing is loaded: the next call reads the store. */
    async update(change: FeedChange): Promise<void> {
      if (building === null) return;
      const { index, pending } = building;
      pending.push(change);
      await applyPending(await index, pending);
    },

    /** Forgets everything in memory: the feed was cleared. */
    reset(): void {
      building = null;
    },

    /** Related papers, sorted as asked among the closest. The paper itself, under any id, is never among them. */
    async find(query: RelatedQuery, self: Identifiable, options: FindOptions): Promise<RelatedAnswer> {
      const { engine, vocabulary } = await ready();
      const own = new Set(identityKeys(self));
      const topicsOf = (paper: PaperFacts) => vocabulary.topicsOf(textOf(paper), paper.keywords);
      const queryTopics = new Set(vocabulary.topicsOf(textOf(query), []));
      const answer = engine.find(query, {
        limit: options.limit,
        isExcluded: (paper) =>
          identityKeys(paper).some((key) => own.has(key)) ||
          (options.topic !== undefined && !topicsOf(paper).includes(options.topic)),
      });
      const items = answer.items.map((item) => withTopics(item, topicsOf(item.paper), queryTopics));
      return { ...answer, items: sortItems(items, options.sort) };
    },

    /** Up to five topics of a paper or page, best first. */
    async topics(paper: Pick<PaperFacts, 'abstract' | 'keywords' | 'title'>): Promise<readonly string[]> {
      const { vocabulary } = await ready();
      return vocabulary.topicsOf(textOf(paper), paper.keywords);
    },

    /** Cached papers that hold the typed words, best first. */
    async search(text: string, limit: number): Promise<readonly Paper[]> {
      const { engine } = await ready();
      return engine.search(text, limit);
    },
  };
}

/** Takes in waiting changes one by one, in order, whoever calls and whatever joins them meanwhile. */
async function applyPending(index: Index, pending: FeedChange[]): Promise<void> {
  for (let change = pending.shift(); change !== undefined; change = pending.shift()) {
    await apply(index, change);
  }
}

async function apply(
  { engine, vocabulary, papers }: Index,
  { papers: added, gone }: FeedChange,
): Promise<void> {
  for (const paper of added) {
    vocabulary.count(papers.get(paper.key)?.keywords ?? [], -1);
    vocabulary.count(paper.keywords, 1);
    papers.set(paper.key, paper);
  }
  await engine.add(added);
  for (const key of gone) {
    vocabulary.count(papers.get(key)?.keywords ?? [], -1);
    papers.delete(key);
  }
  engine.remove(gone);
}

function withTopics(
  item: RelatedPaper,
  topics: readonly string[],
  queryTopics: ReadonlySet<string>,
): RelatedPaper {
  const phrases = new Set(
    item.reasons.flatMap((reason) => (reason.kind === 'phrase' ? [phraseKey(reason.phrase)] : [])),
  );
  const shared = topics.filter((topic) => queryTopics.has(topic) && !phrases.has(phraseKey(topic)));
  return {
    ...item,
    reasons: [...item.reasons, ...shared.map((topic) => ({ kind: 'topic' as const, topic }))],
  };
}

function sortItems(items: readonly RelatedPaper[], sort: RelatedSort): readonly RelatedPaper[] {
  switch (sort) {
    case 'closest':
      return items;
    case 'newest':
      return items.toSorted((a, b) => dayOf(b.paper).localeCompare(dayOf(a.paper)));
    case 'upvoted':
      return items.toSorted((a, b) => (b.paper.upvotes ?? 0) - (a.paper.upvotes ?? 0));
  }
}

/** ArXiv's daily feed names no day of submission: then the day it was listed stands in. */
function dayOf({ publishedOn, listedOn, addedAtMs }: Paper): string {
  return publishedOn ?? listedOn ?? isoDateOf(addedAtMs);
}

function textOf({ title, abstract }: Pick<PaperFacts, 'abstract' | 'title'>): string {
  return `${title}. ${abstract ?? ''}`;
}
