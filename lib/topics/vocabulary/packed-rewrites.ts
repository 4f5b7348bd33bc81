import { numbersOf, type PackedTerms, packTexts, positionOf, readTexts } from './packed-terms';
import type { Acronym, Rewrites, RewriteTables } from './rewrites';

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
