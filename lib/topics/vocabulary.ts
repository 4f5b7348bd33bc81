import { isStopTerm } from '../text/stop-words';
import { phraseKey, wordsOf } from '../text/words';

/** Longest topic name, in words. */
const MAX_WORDS = 5;
/** A keyword that only one paper has is that paper's own coinage. */
const MIN_PAPERS = 2;
const TOPICS_PER_PAPER = 5;

/** The topics of a feed: its papers' own keywords, by normal form. */
export interface Vocabulary {
  /** Counts the keywords of a paper; `step` -1 takes them out again. */
  count(keywords: readonly string[], step: 1 | -1): void;
  /** Topics found in a text, or given as its keywords, best first. */
  topicsOf(text: string, keywords: readonly string[]): readonly string[];
}

interface Entry {
  papers: number;
  /** How often each spelling was used. */
  readonly spellings: Map<string, number>;
}

/** Makes an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const entries = new Map<string, Entry>();

  return {
    count(keywords, step) {
      for (const [form, spelling] of new Map(keywords.map((keyword) => [phraseKey(keyword), keyword]))) {
        if (form === '' || form.split(' ').every(isStopTerm)) continue;
        const entry = entries.get(form) ?? { papers: 0, spellings: new Map<string, number>() };
        entry.papers += step;
        entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + step);
        entries.set(form, entry);
      }
    },

    topicsOf(text, keywords) {
      const own = new Set(keywords.map(phraseKey));
      const found = occurrences(text, entries);
      for (const form of own) if (entries.has(form)) found.set(form, Math.max(1, found.get(form) ?? 0));
      const ranked = [...found]
        .map(([form, times]) => ({ form, score: scoreOf(form, times, own.has(form), entries) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score);
      const chosen: string[] = [];
      for (const { form } of ranked) {
        // "agents" says nothing beside "coding agents".
        if (chosen.some((other) => ` ${other} `.includes(` ${form} `) || ` ${form} `.includes(` ${other} `)))
          continue;
        chosen.push(form);
        if (chosen.length === TOPICS_PER_PAPER) break;
      }
      return chosen.map((form) => spellingOf(entries.get(form)));
    },
  };
}

/** Counts for every known form how often the text has it. */
function occurrences(text: string, entries: ReadonlyMap<string, Entry>): Map<string, number> {
  const terms = wordsOf(text).map((word) => word.term);
  const found = new Map<string, number>();
  for (let start = 0; start < terms.length; start++) {
    for (let length = 1; length <= MAX_WORDS && start + length <= terms.length; length++) {
      const form = terms.slice(start, start + length).join(' ');
      if (entries.has(form)) found.set(form, (found.get(form) ?? 0) + 1);
    }
  }
  return found;
}

/** More mentions, more words and the paper's own choice count; what only one paper has does not. */
function scoreOf(form: string, times: number, isOwn: boolean, entries: ReadonlyMap<string, Entry>): number {
  const papers = entries.get(form)?.papers ?? 0;
  if (papers < MIN_PAPERS) return 0;
  const words = form.split(' ').length;
  // A lone word is a topic only when the paper itself says so, or when it comes up again and again.
  if (words === 1 && !isOwn && times < 3) return 0;
  return (1 + Math.log(times)) * Math.sqrt(words) * Math.log(1 + papers) * (isOwn ? 2 : 1);
}

function spellingOf(entry: Entry | undefined): string {
  const [best] = [...(entry?.spellings ?? [])].toSorted(
    ([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1),
  );
  return best?.[0] ?? '';
}
