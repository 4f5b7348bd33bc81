import type { Found, NameTerm } from '../find/find-names';
import { type PackedTerms, positionOf } from './packed-terms';

/** Names as a tree of terms in two sorted lists, used as they lie in the file. */
export interface PackedNames {
  /**
   * One per node but the root, sorted: the node it hangs from × 2^16 + its term. Edge n leads to node n + 1,
   * since nodes are numbered in this order.
   */
  readonly edges: Uint32Array<ArrayBuffer>;
  /** The topic of each node, or `NO_TOPIC`. */
  readonly topics: Uint16Array<ArrayBuffer>;
  /** The node of each topic's own key, not of its other keys. */
  readonly nodes: Uint16Array<ArrayBuffer>;
}

/** A node without a topic. */
export const NO_TOPIC = 0xff_ff;
const ROOT = 0;
const MAX_NODES = 0x1_00_00;

interface Node {
  readonly next: Map<number, Node>;
  topic: number;
}

/**
 * Builds the lists from the topics' own keys, in order, and from other keys with their topic.
 *
 * Errors: `Error` for more than 65,535 nodes.
 */
export function packNames(
  keys: readonly string[],
  others: Iterable<readonly [key: string, topic: number]>,
  terms: PackedTerms,
): PackedNames {
  const root: Node = { next: new Map(), topic: NO_TOPIC };
  const own = new Map<Node, number>();
  for (const [key, topic] of [...others, ...keys.map((key, topic) => [key, topic] as const)]) {
    let node = root;
    for (const term of key.split(' ')) {
      const number = terms.numberOf(term);
      const next = node.next.get(number) ?? { next: new Map(), topic: NO_TOPIC };
      node.next.set(number, next);
      node = next;
    }
    node.topic = topic;
    if (keys[topic] === key) own.set(node, topic);
  }
  const edges: number[] = [];
  const topics = [NO_TOPIC];
  const nodes = new Uint16Array(keys.length);
  const queue = [root];
  for (const [position, node] of queue.entries()) {
    const topic = own.get(node);
    if (topic !== undefined) nodes[topic] = position;
    for (const [term, next] of [...node.next].toSorted(([a], [b]) => a - b)) {
      edges.push(position * MAX_NODES + term);
      topics.push(next.topic);
      queue.push(next);
    }
  }
  if (queue.length > MAX_NODES)
    throw new Error(`${queue.length} parts of names are too many: there is room for 65,536.`);
  return { edges: Uint32Array.from(edges), topics: Uint16Array.from(topics), nodes };
}

/** Looks names up in the lists. */
export function readPackedNames({ edges, topics, nodes }: PackedNames, terms: PackedTerms) {
  const follow = (node: number, term: number): number | undefined => {
    if (term < 0) return undefined;
    const edge = positionOf(edges, node * MAX_NODES + term);
    return edge === edges.length ? undefined : edge + 1;
  };

  return {
    /** The key of a topic: its terms, from the last up the tree. */
    keyAt: (topic: number): string => {
      let node = nodes[topic] ?? ROOT;
      let key = '';
      while (node !== ROOT) {
        const edge = edges[node - 1] ?? 0;
        key = terms.termAt(edge % MAX_NODES) + (key === '' ? '' : ` ${key}`);
        node = Math.floor(edge / MAX_NODES);
      }
      return key;
    },

    /** The topic of a key, or `NO_TOPIC`. */
    topicOf: (key: string): number => {
      let node: number | undefined = ROOT;
      for (const term of key.split(' ')) {
        node = follow(node, terms.numberOf(term));
        if (node === undefined) return NO_TOPIC;
      }
      return topics[node] ?? NO_TOPIC;
    },

    /** Every topic in a text, as `NameFinder.find` returns them; `numbers` are the terms' numbers. */
    find: (text: readonly NameTerm[], numbers: ArrayLike<number>): readonly Found[] => {
      const found: Found[] = [];
      for (let from = 0; from < text.length; from++) {
        let node: number | undefined = ROOT;
        for (let to = from; to < text.length && (to === from || text[to]?.isJoined === true); to++) {
          node = follow(node, numbers[to] ?? -1);
          if (node === undefined) break;
          const topic = topics[node] ?? NO_TOPIC;
          if (topic !== NO_TOPIC) found.push({ topic, from, to: to + 1 });
        }
      }
      return found;
    },
  };
}
