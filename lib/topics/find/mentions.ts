import { isStopTerm } from '../../text/stop-words';
import { isShortForm } from '../vocabulary/acronyms';
import type { CanonicalTerm } from '../vocabulary/canonical-terms';
import type { Found } from './find-names';

/** A name at a position of a text, with the other names there. */
export interface Mention extends Found {
  /** Other known names that contain it. */
  readonly longer: readonly Found[];
  /** Known topics inside it. */
  readonly inside: ReadonlySet<number>;
}

/** The surroundings of a mention, and how it is written. */
export interface Surroundings {
  /** The term before and after within its sentence; '' for none. */
  readonly before: string;
  readonly after: string;
  /** True if no other word that counts is there. */
  readonly isFreeBefore: boolean;
  readonly isFreeAfter: boolean;
  /** The text defines a short form right after it. */
  readonly isDefined: boolean;
  readonly isShort: boolean;
  readonly hasCapital: boolean;
  readonly hasHyphen: boolean;
  /** Commas, `and` or `or` join it to something. */
  readonly isListed: boolean;
}

/** No name has more terms. It limits how far before a name a longer one can begin. */
const MAX_TERMS = 16;
/** `isShortForm` takes no more. */
const MAX_SHORT_CHARS = 10;

/** The mentions of each topic, by topic; `found` is in the order of `NameFinder.find`. Cost: linear. */
export function mentionsByTopic(found: readonly Found[]): ReadonlyMap<number, readonly Mention[]> {
  const longer = found.map((name, position) => namesAround(found, name, position));
  const inside = found.map(() => new Set<number>());
  for (const [position, others] of longer.entries()) {
    for (const other of others) inside[other]?.add(found[position]?.topic ?? -1);
  }
  const mentions = new Map<number, Mention[]>();
  for (const [position, name] of found.entries()) {
    const mention: Mention = {
      ...name,
      longer: (longer[position] ?? []).flatMap((other) => found[other] ?? []),
      inside: inside[position] ?? new Set(),
    };
    const others = mentions.get(name.topic);
    if (others === undefined) mentions.set(name.topic, [mention]);
    else others.push(mention);
  }
  return mentions;
}

/** Positions of the names that contain a name. */
function namesAround(found: readonly Found[], { from, to }: Found, position: number): readonly number[] {
  const around: number[] = [];
  for (let other = position - 1; (found[other]?.from ?? -Infinity) > from - MAX_TERMS; other--) {
    if ((found[other]?.to ?? 0) >= to) around.push(other);
  }
  for (let other = position + 1; found[other]?.from === from; other++) around.push(other);
  return around;
}

/** Reads the surroundings of a name in a text. */
export function readSurroundings(
  text: string,
  terms: readonly CanonicalTerm[],
  { from, to }: Found,
): Surroundings {
  const start = terms[from]?.start ?? 0;
  const end = terms[to - 1]?.end ?? 0;
  const before = terms[from]?.isJoined === true ? (terms[from - 1]?.term ?? '') : '';
  const after = terms[to]?.isJoined === true ? (terms[to]?.term ?? '') : '';
  const written = text.slice(start, end);
  return {
    before,
    after,
    isFreeBefore: before === '' || isStopTerm(before),
    isFreeAfter: after === '' || isStopTerm(after),
    isDefined: text.startsWith(' (', end) && /[A-Z]/.test(text.charAt(end + 2)),
    isShort: end - start <= MAX_SHORT_CHARS && isShortForm(written),
    hasCapital: /[A-Z]/.test(written),
    hasHyphen: written.includes('-'),
    isListed: /^(?:,| and | or )/.test(text.slice(end, end + 5)) || text.startsWith(', ', start - 2),
  };
}
