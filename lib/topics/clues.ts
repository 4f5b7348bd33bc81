import { isStopTerm } from '../text/stop-words';
import { isShortForm } from './acronyms';
import type { CanonicalTerm } from './canonical-terms';
import type { Found } from './find-names';

/** What speaks for or against a name in a text as a topic of it; each gets one weight (`topics-file.ts`). */
export const CLUES = [
  /** 1: the starting point. */
  'always',
  /** Log odds that a paper with the name in its text has it as a keyword. */
  'chance',
  /** Log of 1 + mentions that are no part of a longer known name. */
  'mentions',
  /** Log of all mentions. */
  'all-mentions',
  /** 1 when each mention is part of a longer known name: "agents" where the text has "coding agents". */
  'covered',
  'covered × chance',
  /** 1 for a name of one term, of two. */
  'one-term',
  'one-term × chance',
  'two-terms',
  /** 1 when no other word that counts stands beside it, at any mention: the phrase is whole. */
  'free',
  'free-before',
  'free-after',
  /** Share of mentions free before, and after. */
  'share-free-before',
  'share-free-after',
  /** 1 when the text defines a short form for it. */
  'defined',
  /** 1 when a mention is written as a short form. */
  'short-form',
  /** 1 when it is mentioned once. */
  'once',
  /** Where the last mention stands: 0 the start, 1 the end. */
  'last-place',
  /** Log of 1 + other names in the text. */
  'rivals',
  /** What the words before and after it say, the mean over the mentions: "through X", "X-based". */
  'word-before',
  'word-after',
] as const;

/** What was learnt of a name and of the words beside it; the trainer leaves the paper at hand out of it. */
export interface Odds {
  /** Log odds that a paper with the name in its text has it as a keyword. */
  chanceOf(topic: number): number;
  /** How much the term beside a mention adds to the log odds; '' when there is none in the sentence. */
  before(term: string, topic: number): number;
  after(term: string, topic: number): number;
}

/** A name found in a text, and what speaks for it. */
export interface Candidate {
  readonly topic: number;
  /** One per clue. */
  readonly clues: readonly number[];
}

/** What is counted of a name while the text is read. */
interface Tally {
  readonly topic: number;
  readonly terms: number;
  all: number;
  whole: number;
  freeBefore: number;
  freeAfter: number;
  free: number;
  sumBefore: number;
  sumAfter: number;
  isDefined: boolean;
  isShort: boolean;
  last: number;
}

/** The names of a text with their clues. Cost: linear in names found. */
export function candidatesIn(
  text: string,
  terms: readonly CanonicalTerm[],
  found: readonly Found[],
  odds: Odds,
): readonly Candidate[] {
  const tallies = tallyNames(text, terms, found, odds);
  const rivals = Math.log(1 + tallies.filter(({ whole }) => whole > 0).length);
  return tallies.map((tally) => ({
    topic: tally.topic,
    clues: cluesOf(tally, odds.chanceOf(tally.topic), rivals, terms.length),
  }));
}

function cluesOf(tally: Tally, chance: number, rivals: number, length: number): readonly number[] {
  const { all, whole } = tally;
  const covered = whole === 0 ? 1 : 0;
  const one = tally.terms === 1 ? 1 : 0;
  return [
    1,
    chance,
    Math.log(1 + whole),
    Math.log(all),
    covered,
    covered * chance,
    one,
    one * chance,
    tally.terms === 2 ? 1 : 0,
    tally.free > 0 ? 1 : 0,
    tally.freeBefore > 0 ? 1 : 0,
    tally.freeAfter > 0 ? 1 : 0,
    tally.freeBefore / Math.max(1, whole),
    tally.freeAfter / Math.max(1, whole),
    tally.isDefined ? 1 : 0,
    tally.isShort ? 1 : 0,
    all === 1 ? 1 : 0,
    tally.last / length,
    rivals,
    tally.sumBefore / Math.max(1, whole),
    tally.sumAfter / Math.max(1, whole),
  ];
}

function tallyNames(
  text: string,
  terms: readonly CanonicalTerm[],
  found: readonly Found[],
  odds: Odds,
): readonly Tally[] {
  const tallies = new Map<number, Tally>();
  // Names come by their first term, so a name is covered when an earlier one reaches as far, or a longer one
  // begins with it.
  let reachBefore = 0;
  let reach = 0;
  for (let place = 0; place < found.length; place++) {
    const name = found[place];
    if (name === undefined) break;
    if (found[place - 1]?.from !== name.from) reachBefore = reach;
    const isCovered = name.to <= reachBefore || found[place + 1]?.from === name.from;
    reach = Math.max(reach, name.to);
    const tally = tallies.get(name.topic) ?? newTally(name);
    tallies.set(name.topic, tally);
    tally.all++;
    tally.last = name.from;
    tally.isShort ||= isWrittenShort(text, terms, name);
    if (!isCovered) tallyWhole(tally, text, terms, name, odds);
  }
  return [...tallies.values()];
}

function tallyWhole(
  tally: Tally,
  text: string,
  terms: readonly CanonicalTerm[],
  { topic, from, to }: Found,
  odds: Odds,
): void {
  const before = terms[from]?.isJoined === true ? (terms[from - 1]?.term ?? '') : '';
  const after = terms[to]?.isJoined === true ? (terms[to]?.term ?? '') : '';
  tally.sumBefore += odds.before(before, topic);
  tally.sumAfter += odds.after(after, topic);
  const isFreeBefore = before === '' || isStopTerm(before);
  const isFreeAfter = after === '' || isStopTerm(after);
  tally.whole++;
  if (isFreeBefore) tally.freeBefore++;
  if (isFreeAfter) tally.freeAfter++;
  if (isFreeBefore && isFreeAfter) tally.free++;
  const end = terms[to - 1]?.end ?? 0;
  tally.isDefined ||= text.startsWith(' (', end) && /[A-Z]/.test(text.charAt(end + 2));
}

function newTally({ topic, from, to }: Found): Tally {
  const counts = { all: 0, whole: 0, freeBefore: 0, freeAfter: 0, free: 0, sumBefore: 0, sumAfter: 0 };
  return { topic, terms: to - from, ...counts, isDefined: false, isShort: false, last: from };
}

function isWrittenShort(text: string, terms: readonly CanonicalTerm[], { from, to }: Found): boolean {
  const start = terms[from]?.start ?? 0;
  const end = terms[to - 1]?.end ?? 0;
  return end - start <= MAX_SHORT_CHARS && isShortForm(text.slice(start, end));
}

/** `isShortForm` takes no more. */
const MAX_SHORT_CHARS = 10;
