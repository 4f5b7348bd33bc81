import type { Acronym, Rewrites } from './canonical-terms';
import { CLUES } from './clues';

/** What was learnt offline about topics: the content of `public/model/topics.txt`. */
export interface TopicsFile {
  /** Checksum of the content: what tells two files apart. */
  readonly version: string;
  /** How it was made: data, settings, figures. For people. */
  readonly facts: ReadonlyMap<string, string>;
  /** One per clue, in the order of `CLUES`. */
  readonly weights: readonly number[];
  /** The chance of a name that the file does not know, by its number of terms (the first is unused). */
  readonly chancesByLength: readonly number[];
  /** How much a term before or after a name adds to its log odds; '' stands for none. */
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  readonly rewrites: Rewrites;
  /** Other keys of topics, and the key of the topic: `flow matching model` is `flow matching`. */
  readonly aliases: ReadonlyMap<string, string>;
  /**
   * Keys of keywords that texts use without being about them ("benchmark"): never topics, however many have
   * them.
   */
  readonly plain: ReadonlySet<string>;
  readonly topics: readonly KnownTopic[];
}

/** A topic of the file. */
export interface KnownTopic {
  readonly key: string;
  readonly name: string;
  /** Share of the papers with the name in their text that have it as a keyword. */
  readonly chance: number;
}

const MAGIC = 'paperkin-topics-1';

/** A file's text: a line for the format and the checksum, then one per record, its kind first, parted by tabs. */
export function packTopicsFile(file: Omit<TopicsFile, 'version'>): string {
  const records = [
    ...[...file.facts].map(([fact, value]) => ['fact', fact, value]),
    ['weights', ...file.weights.map((weight) => String(weight))],
    ['lengths', ...file.chancesByLength.map((chance) => String(chance))],
    ...[...file.before].map(([term, effect]) => ['before', term, String(effect)]),
    ...[...file.after].map(([term, effect]) => ['after', term, String(effect)]),
    ...[...file.rewrites.terms].map(([from, to]) => ['term', from, to]),
    ...[...file.rewrites.pairs].flatMap(([first, seconds]) =>
      [...seconds].map(([second, to]) => ['pair', first, second, to]),
    ),
    ...[...file.rewrites.acronyms].map(([short, { terms, anyCase }]) => [
      anyCase ? 'short' : 'SHORT',
      short,
      terms.join(' '),
    ]),
    ...[...file.aliases].map(([alias, key]) => ['same', alias, key]),
    ...[...file.plain].map((key) => ['plain', key]),
    ...file.topics.map(({ key, name, chance }) => ['topic', key, name, String(chance)]),
  ];
  const body = records.map((record) => record.join('\t')).join('\n');
  return `${MAGIC}\t${checksumOf(body)}\n${body}`;
}

/**
 * Reads a file's text.
 *
 * Errors: `Error` for anything but a complete file of this format with a weight per clue. Cost: some 5 ms for
 * 2,000 topics.
 */
export function parseTopicsFile(text: string): TopicsFile {
  const headEnd = text.indexOf('\n');
  const [magic, version = ''] = text.slice(0, Math.max(0, headEnd)).split('\t');
  if (magic !== MAGIC) throw damaged('it is no file of this format');
  const body = text.slice(headEnd + 1);
  if (checksumOf(body) !== version) throw damaged('it is incomplete or was changed');

  const facts = new Map<string, string>();
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const terms = new Map<string, string>();
  const pairs = new Map<string, Map<string, string>>();
  const acronyms = new Map<string, Acronym>();
  const aliases = new Map<string, string>();
  const plain = new Set<string>();
  const topics: KnownTopic[] = [];
  let weights: readonly number[] = [];
  let chancesByLength: readonly number[] = [];
  for (const line of body.split('\n')) {
    const [kind, first = '', second = '', third = ''] = line.split('\t');
    if (kind === 'topic') topics.push({ key: first, name: second, chance: Number(third) });
    else if (kind === 'same') aliases.set(first, second);
    else if (kind === 'before') before.set(first, Number(second));
    else if (kind === 'after') after.set(first, Number(second));
    else if (kind === 'plain') plain.add(first);
    else if (kind === 'term') terms.set(first, second);
    else if (kind === 'pair')
      pairs.set(first, (pairs.get(first) ?? new Map<string, string>()).set(second, third));
    else if (kind === 'short' || kind === 'SHORT') {
      acronyms.set(first, { terms: second.split(' '), anyCase: kind === 'short' });
    } else if (kind === 'weights') weights = numbersOf(line);
    else if (kind === 'lengths') chancesByLength = numbersOf(line);
    else if (kind === 'fact') facts.set(first, second);
    else throw damaged(`a line begins with "${String(kind)}"`);
  }
  if (weights.length !== CLUES.length) throw damaged(`${weights.length} weights for ${CLUES.length} clues`);
  if (chancesByLength.length === 0 || topics.length === 0) throw damaged('a part is missing');
  const rewrites = { terms, pairs, acronyms };
  return { version, facts, weights, chancesByLength, before, after, rewrites, aliases, plain, topics };
}

const numbersOf = (line: string): readonly number[] => line.split('\t').slice(1).map(Number);

/**
 * Eight hex digits. Source: FNV-1a, over 32-bit words of the UTF-8 bytes, with a shift that spreads the high
 * bits; letter by letter it would take a third of the time that reading a file takes.
 */
function checksumOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - (bytes.length % 4);
  let hash = 0x81_1c_9d_c5 ^ bytes.length;
  for (let place = 0; place < end; place += 4) {
    hash = Math.imul(hash ^ words.getUint32(place, true), 0x01_00_01_93);
    hash ^= hash >>> 15;
  }
  for (let place = end; place < bytes.length; place++)
    hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function damaged(why: string): Error {
  return new Error(`The file of topics cannot be read: ${why}. Build it with npm run train:topics.`);
}
