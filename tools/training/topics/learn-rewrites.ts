import { isStopTerm } from '../../../lib/text/stop-words';
import { canonicalKey } from '../../../lib/topics/vocabulary/canonical-terms';
import { type Acronym, rewritesOf, type RewriteTables } from '../../../lib/topics/vocabulary/rewrites';
import { increase, type TextStatistics } from './text-statistics';

/** A spelling in fewer papers may be a slip. */
const MIN_PAPERS = 3;
/** A short form has one meaning if this share of its definitions agrees. */
const MIN_AGREEMENT = 0.75;
/** A short form may be lower-case if at most this share of its papers writes it so in running text. */
const MAX_SMALL = 0.15;

/** Prefixes that writers join with or without a hyphen. */
const PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti auto bi bio co cross fine geo hyper inter intra macro meta micro mini multi neuro non omni over para ' +
    'photo physio poly post pre pseudo re semi socio spatio spectro sub super trans ultra un under uni'
  ).split(' '),
);
/** Other twins count if the one word is at least this common, compared with the hyphened pair. */
const MIN_JOINED = 0.25;

/** British and American endings, and words that the plural rule cuts too short (`cach` from caches). */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(ations?|e|ed|ing|er|able)$/, 'iz$1'],
  [/ys(e|ed|ing|er)$/, 'yz$1'],
  [/(?<=..)our/, 'or'],
  [/(?<=..)ll(ing|ed|er)$/, 'l$1'],
  [/(?<=cen|fib|me|thea)tre$/, 'ter'],
  [/ogue$/, 'og'],
  [/(?<=ch|sh|x|z)$/, 'e'],
  [/(?<=defen|licen|offen)ce$/, 'se'],
];

/**
 * Learns the rewrites that matter for names made of the wanted terms: two spellings of a word (we keep the
 * American one), a word and its hyphened twin (`pre-training`: we keep the one word), and short forms with
 * one meaning.
 */
export function learnRewrites(statistics: TextStatistics, wanted: ReadonlySet<string>): RewriteTables {
  const terms = new Map(spellingsOf(statistics, wanted));
  const pairs = joinsOf(statistics, wanted);
  let acronyms: ReadonlyMap<string, Acronym> = new Map();
  // Long forms contain short forms (`multimodal LLM`): the second pass writes out those of the first.
  for (let pass = 0; pass < 2; pass++) acronyms = acronymsOf(statistics, { terms, pairs, acronyms });
  return { terms, pairs, acronyms };
}

function spellingsOf({ terms }: TextStatistics, wanted: ReadonlySet<string>): [string, string][] {
  return [...terms].flatMap(([term, papers]): [string, string][] => {
    if (papers < MIN_PAPERS || isStopTerm(term)) return [];
    const american = SPELLINGS.map(([from, to]) => term.replace(from, to)).find(
      (other) => other !== term && (terms.get(other) ?? 0) > papers,
    );
    return american !== undefined && (wanted.has(american) || wanted.has(term)) ? [[term, american]] : [];
  });
}

function joinsOf(
  { terms, hyphened }: TextStatistics,
  wanted: ReadonlySet<string>,
): Map<string, Map<string, string>> {
  const pairs = new Map<string, Map<string, string>>();
  for (const [pair, papers] of hyphened) {
    const [first = '', second = ''] = pair.split(' ');
    const joined = first + second;
    const joinedPapers = terms.get(joined) ?? 0;
    if (papers < MIN_PAPERS || joinedPapers < MIN_PAPERS) continue;
    if ([first, second].some((part) => isStopTerm(part) || /^\d/.test(part)) || /\d$/.test(joined)) continue;
    // `deeplearning` and `selfattention` are slips; `commonsense` is a word.
    if (!PREFIXES.has(first) && joinedPapers < papers * MIN_JOINED) continue;
    if (!wanted.has(joined) && !(wanted.has(first) && wanted.has(second))) continue;
    pairs.set(first, (pairs.get(first) ?? new Map<string, string>()).set(second, joined));
  }
  return pairs;
}

function acronymsOf(
  { definitions, terms, smallTerms }: TextStatistics,
  rewrites: RewriteTables,
): Map<string, Acronym> {
  const acronyms = new Map<string, Acronym>();
  for (const [short, longForms] of definitions) {
    const keys = new Map<string, number>();
    for (const [long, papers] of longForms)
      increase(keys, canonicalKey(long, rewritesOf(withoutItself(rewrites, short))), papers);
    const all = [...keys.values()].reduce((sum, papers) => sum + papers, 0);
    const [best] = [...keys].toSorted(([a, papersA], [b, papersB]) => papersB - papersA || (a < b ? -1 : 1));
    if (best === undefined || best[1] < MIN_PAPERS || best[1] < all * MIN_AGREEMENT) continue;
    const isSmall = (smallTerms.get(short) ?? 0) > MAX_SMALL * (terms.get(short) ?? 0);
    acronyms.set(short, { terms: best[0].split(' '), anyCase: !isSmall });
  }
  return acronyms;
}

/** Leaves a short form as it is inside its own long form. */
function withoutItself(rewrites: RewriteTables, short: string): RewriteTables {
  if (!rewrites.acronyms.has(short)) return rewrites;
  const acronyms = new Map(rewrites.acronyms);
  acronyms.delete(short);
  return { ...rewrites, acronyms };
}
