/** A known name at a position of a text, counted in terms. */
export interface Found {
  readonly topic: number;
  readonly from: number;
  /** The term after its last. */
  readonly to: number;
}

/** What the finder needs of a term. */
export interface NameTerm {
  readonly term: string;
  readonly isJoined: boolean;
}

/** Finds the names of topics in a text; new names can be added. */
export interface NameFinder {
  /** Adds a name by its key; of two topics with the same key the later one stays. */
  add(key: string, topic: number): void;
  /** The topic with exactly this key. */
  topicOf(key: string): number | undefined;
  /**
   * Every name in the text, including those inside longer ones, ordered by first term, then the shorter
   * first. Cost: one look-up per term, and two for each term that continues a name.
   */
  find(terms: readonly NameTerm[]): readonly Found[];
}

const ROOT = 0;
/**
 * The factor that separates node and term in an edge's number: node × this + term is exact for 2^29 nodes,
 * and fast for 32,000.
 */
const TERM_ROOM = 1 << 15;

/** Makes an empty finder: a tree of terms in two maps, since one map per node would take megabytes. */
export function createNameFinder(): NameFinder {
  const termIds = new Map<string, number>();
  const edges = new Map<number, number>();
  const topics = new Map<number, number>();
  let nodes = 1;

  const edgeOf = (node: number, id: number): number =>
    id < TERM_ROOM ? node * TERM_ROOM + id : -(node * 0x1_00_00_00 + id);

  const follow = (node: number, term: string): number | undefined => {
    const id = termIds.get(term);
    return id === undefined ? undefined : edges.get(edgeOf(node, id));
  };

  return {
    add(key, topic) {
      let node = ROOT;
      for (const term of key.split(' ')) {
        const id = termIds.get(term) ?? termIds.size;
        termIds.set(term, id);
        const edge = edgeOf(node, id);
        const next = edges.get(edge) ?? nodes++;
        edges.set(edge, next);
        node = next;
      }
      topics.set(node, topic);
    },

    topicOf(key) {
      let node: number | undefined = ROOT;
      for (const term of key.split(' ')) {
        node = follow(node, term);
        if (node === undefined) return undefined;
      }
      return topics.get(node);
    },

    find(terms) {
      const found: Found[] = [];
      for (let from = 0; from < terms.length; from++) {
        let node: number | undefined = ROOT;
        for (let to = from; to < terms.length; to++) {
          const next: NameTerm | undefined = terms[to];
          if (next === undefined || (to > from && !next.isJoined)) break;
          node = follow(node, next.term);
          if (node === undefined) break;
          const topic = topics.get(node);
          if (topic !== undefined) found.push({ topic, from, to: to + 1 });
        }
      }
      return found;
    },
  };
}
