import { numbersOf, type PackedTerms, packTexts, positionOf, readTexts } from './packed-terms';

/** What unites different ways to write a name. Learnt offline, stored in the topics' file. */
export interface Rewrites {
  /** The term that replaces another: `optimization` for `optimisation`. */
  standIn(term: string): string | undefined;
  /** The term that replaces two in a row: `multimodal` for `multi`, `modal`. */
  joined(first: string, second: string): string | undefined;
  /** What a short form means, by its term. */
  acronym(short: string): Acronym | undefined;
}

/** A short form with one meaning. */
export interface Acronym {
  /** Canonical terms of the long form. */
  readonly terms: readonly string[];
  /** True if no common word is spelled alike, so that `llm` counts as well as `LLM`; false for `clip`. */
  readonly anyCase: boolean;
}

/** Rewrites as they are learnt. */
export interface RewriteTables {
  readonly terms: ReadonlyMap<string, string>;
  /** By the first term, then by the second. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By the term of the short form. */
  readonly acronyms: ReadonlyMap<string, Acronym>;
}

/** Looks rewrites up in tables. */
export function rewritesOf({ terms, pairs, acronyms }: RewriteTables): Rewrites {
  return {
    standIn: (term) => terms.get(term),
    joined: (first, second) => pairs.get(first)?.get(second),
    acronym: (short) => acronyms.get(short),
  };
}

const NONE = 0xff_ff;
const ROOM = 0x1_00_00;

/** Tables of rewrites as parts of a file; `count` is the number of terms. */
export function packRewrites(
  { terms: spellings, pairs, acronyms }: RewriteTables,
  terms: PackedTerms,
  count: number,
): readonly (readonly [string, ArrayBufferView<ArrayBuffer>])[] {
  const standIns = new Uint16Array(count).fill(NONE);
  for (const [term, other] of spellings) standIns[terms.numberOf(term)] = terms.numberOf(other);
  const joins = [...pairs]
    .flatMap(([first, seconds]) =>
      [...seconds].map(
        ([second, joined]) =>
          [terms.numberOf(first) * ROOM + terms.numberOf(second), terms.numberOf(joined)] as const,
      ),
    )
    .toSorted(([a], [b]) => a - b);
  const shorts = new Uint16Array(count).fill(NONE);
  for (const [position, short] of [...acronyms.keys()].entries()) shorts[terms.numberOf(short)] = position;
  const lines = Array.from(
    acronyms.values(),
    ({ terms: long, anyCase }) => (anyCase ? '+' : '-') + long.join(' '),
  );
  return [
    ['stand-ins', standIns],
    ['pairs', Uint32Array.from(joins, ([pair]) => pair)],
    ['joined', Uint16Array.from(joins, ([, joined]) => joined)],
    ['shorts', shorts],
    ['acronyms', packTexts(lines)],
  ];
}

/** Looks rewrites up in the parts of a file. */
export function readPackedRewrites(
  part: (name: string) => Uint8Array<ArrayBuffer>,
  terms: PackedTerms,
): Rewrites {
  const standIns = numbersOf(Uint16Array, part('stand-ins'));
  const pairs = numbersOf(Uint32Array, part('pairs'));
  const joined = numbersOf(Uint16Array, part('joined'));
  const shorts = numbersOf(Uint16Array, part('shorts'));
  const textAt = readTexts(part('acronyms'));
  const acronyms = new Map<number, Acronym>();
  return {
    standIn(term) {
      const other = standIns[terms.numberOf(term)] ?? NONE;
      return other === NONE ? undefined : terms.termAt(other);
    },
    joined(first, second) {
      const [one, two] = [terms.numberOf(first), terms.numberOf(second)];
      const other = one < 0 || two < 0 ? undefined : joined[positionOf(pairs, one * ROOM + two)];
      return other === undefined ? undefined : terms.termAt(other);
    },
    acronym(short) {
      const position = shorts[terms.numberOf(short)] ?? NONE;
      if (position === NONE) return undefined;
      const line = textAt(position);
      const acronym = acronyms.get(position) ?? {
        terms: line.slice(1).split(' '),
        anyCase: line.startsWith('+'),
      };
      acronyms.set(position, acronym);
      return acronym;
    },
  };
}
