import { FEATURES, TOPIC_FEATURES } from '../find/features';
import type { Found, NameTerm } from '../find/find-names';
import { NO_TOPIC, packNames, readPackedNames } from './packed-names';
import { hashesOf, numbersOf, packTexts, readPackedTerms, readTexts, sortTerms } from './packed-terms';
import { packRewrites, readPackedRewrites, type Rewrites, type RewriteTables } from './rewrites';
import { damagedTopics, packSections, readSections } from './sections';
import { TREE_DEPTH, type Trees } from '../find/trees';

/** What was learnt offline about topics, as it is written to `public/topics/topics.bin`. */
export interface LearntTopicsFile {
  /** How it was made: data, settings, figures. For people, not for code. */
  readonly facts: Readonly<Record<string, string>>;
  readonly trees: Trees;
  readonly topics: readonly LearntTopic[];
  /** What a term beside a name adds to its log odds; '' stands for none. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  readonly rewrites: RewriteTables;
  /** Other keys of topics, and the key of the topic: `flow matching model` is `flow matching`. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** A topic of the file. */
export interface LearntTopic {
  readonly key: string;
  readonly name: string;
  /** Shape: one per `TOPIC_FEATURES`; between -8 and 8, kept in steps of 1/16. */
  readonly features: readonly number[];
}

/** A file as the tagger uses it: looked up in place, without building anything. */
export interface TopicsFile {
  /** Checksum of the content: it tells files apart. */
  readonly version: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Number of topics. */
  readonly size: number;
  readonly trees: Trees;
  readonly rewrites: Rewrites;
  readonly keyAt: (topic: number) => string;
  readonly nameAt: (topic: number) => string;
  /** The topic with this key or alias. */
  readonly topicOf: (key: string) => number | undefined;
  /** Every topic in a text, as `NameFinder.find` returns them. */
  readonly find: (terms: readonly NameTerm[]) => readonly Found[];
  /** Writes what is known about a topic to the front of a list of features. */
  readonly fillFeatures: (features: Float32Array, topic: number) => void;
  /** What a term beside a name adds to its log odds. */
  readonly before: (term: string) => number;
  readonly after: (term: string) => number;
}

/** Steps a unit of a topic's feature, and of a neighbour's effect. */
const FEATURE_STEPS = 16;
const EFFECT_STEPS = 40;

/** A feature rounded as in the file, as the trees were trained. */
export function roundFeature(feature: number): number {
  return toStep(feature, FEATURE_STEPS) / FEATURE_STEPS;
}

/** An effect rounded as in the file. */
export function roundEffect(effect: number): number {
  return toStep(effect, EFFECT_STEPS) / EFFECT_STEPS;
}

const toStep = (value: number, steps: number): number =>
  Math.max(-128, Math.min(127, Math.round(value * steps)));

function packFeatures(rows: readonly (readonly number[])[]): Int8Array<ArrayBuffer> {
  return Int8Array.from(rows.flatMap((row) => row.map((feature) => toStep(feature, FEATURE_STEPS))));
}

/** A file's bytes. Errors: `Error` when it has more terms or names than there is room for. */
export function packTopicsFile(file: LearntTopicsFile): Uint8Array<ArrayBuffer> {
  const { topics, aliases, rewrites, before, after, trees } = file;
  const keys = [...topics.map(({ key }) => key), ...aliases.keys()];
  const { terms: spellings, pairs } = rewrites;
  const texts = sortTerms([
    ...keys.flatMap((key) => key.split(' ')),
    ...[...spellings].flat(),
    ...[...pairs].flatMap(([first, seconds]) => [first, ...[...seconds].flat()]),
    ...rewrites.acronyms.keys(),
    ...before.keys(),
    ...after.keys(),
  ]);
  const hashes = hashesOf(texts);
  const terms = readPackedTerms(hashes, (number) => texts[number] ?? '');
  const positions = new Map(topics.map(({ key }, topic) => [key, topic]));
  const names = packNames(
    topics.map(({ key }) => key),
    [...aliases].flatMap(([alias, key]) => {
      const topic = positions.get(key);
      return topic === undefined ? [] : [[alias, topic] as const];
    }),
    terms,
  );
  const effects = (of: ReadonlyMap<string, number>) =>
    Int8Array.from(texts, (term) => toStep(of.get(term) ?? 0, EFFECT_STEPS));
  return packSections({
    facts: { ...file.facts, topics: String(topics.length), features: String(FEATURES.length) },
    parts: new Map<string, ArrayBufferView<ArrayBuffer>>([
      ['hashes', hashes],
      ['terms', packTexts(texts)],
      ['edges', names.edges],
      ['nodes', names.topics],
      ['topic nodes', names.nodes],
      ['names', packTexts(topics.map(({ name }) => name))],
      ['features', packFeatures(topics.map(({ features }) => features))],
      ['before', effects(before)],
      ['after', effects(after)],
      ...packRewrites(rewrites, terms, texts.length),
      ['tree features', trees.features as Uint8Array<ArrayBuffer>],
      ['tree thresholds', trees.thresholds as Float32Array<ArrayBuffer>],
      ['tree leaves', trees.leaves as Float32Array<ArrayBuffer>],
    ]),
  });
}

/**
 * Reads a file's bytes.
 *
 * Errors: `Error` for anything but a complete file of this format, made for today's features. Cost: that of
 * the checksum; everything else is used in place.
 */
export function parseTopicsFile(bytes: ArrayBuffer): TopicsFile {
  const { version, facts, parts } = readSections(bytes);
  const part = (name: string): Uint8Array<ArrayBuffer> => {
    const found = parts.get(name);
    if (found === undefined) throw damagedTopics(`"${name}" is missing`);
    return found;
  };
  const terms = readPackedTerms(numbersOf(Uint32Array, part('hashes')), readTexts(part('terms')));
  const tree = readPackedNames(
    {
      edges: numbersOf(Uint32Array, part('edges')),
      topics: numbersOf(Uint16Array, part('nodes')),
      nodes: numbersOf(Uint16Array, part('topic nodes')),
    },
    terms,
  );
  const trees: Trees = {
    features: part('tree features'),
    thresholds: numbersOf(Float32Array, part('tree thresholds')),
    leaves: numbersOf(Float32Array, part('tree leaves')),
  };
  const width = TOPIC_FEATURES.length;
  const features = numbersOf(Int8Array, part('features'));
  const names = readTexts(part('names'));
  const size = Number(facts['topics']);
  const isComplete =
    size > 0 &&
    features.length === size * width &&
    trees.leaves.length * TREE_DEPTH === trees.features.length * 2 ** TREE_DEPTH;
  if (!isComplete) throw damagedTopics('a part is missing');
  if (facts['features'] !== String(FEATURES.length))
    throw damagedTopics(`it is made for ${facts['features']} features`);
  const effects = {
    before: numbersOf(Int8Array, part('before')),
    after: numbersOf(Int8Array, part('after')),
  };
  const effectOf = (side: Int8Array, term: string): number =>
    (side[terms.numberOf(term)] ?? 0) / EFFECT_STEPS;

  return {
    version,
    facts,
    size,
    trees,
    rewrites: readPackedRewrites(part, terms),
    keyAt: tree.keyAt,
    nameAt: names,
    topicOf(key) {
      const topic = tree.topicOf(key);
      return topic === NO_TOPIC ? undefined : topic;
    },
    find: (text) =>
      tree.find(
        text,
        Int32Array.from(text, ({ term }) => terms.numberOf(term)),
      ),
    fillFeatures(target, topic) {
      for (let position = 0; position < width; position++)
        target[position] = (features[topic * width + position] ?? 0) / FEATURE_STEPS;
    },
    before: (term) => effectOf(effects.before, term),
    after: (term) => effectOf(effects.after, term),
  };
}
