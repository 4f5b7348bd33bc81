import { letterGroups } from '../../../../lib/related/rank/features';
import { hashText } from '../../../../lib/text/hash';
import { sharedCopy, sharedUints } from '../threads/shared';
import { BREAK, type TermStreams } from './term-streams';
import { NO_ROW, phraseCode, type Vocabulary } from './vocabulary';

/**
 * All texts as rows of the model, in shared memory.
 *
 * An entry below `rowCount` is the row of a word or phrase. One above stands for a word outside the
 * vocabulary: entry − rowCount is its position in `groupStarts`, which gives its rows in `groupRows`; each of
 * them counts as a share of one word.
 */
export interface Corpus {
  readonly rowCount: number;
  readonly entries: Uint32Array;
  /**
   * Text t is `entries.subarray(starts[t], starts[t + 1])`; paper p has texts 2p (title) and 2p + 1
   * (abstract).
   */
  readonly starts: Uint32Array;
  readonly groupStarts: Uint32Array;
  readonly groupRows: Uint32Array;
}

/** Turns terms into rows, as `occurrencesIn` does for one text. Cost: 3 s for 20 million words. */
export function buildCorpus(streams: TermStreams, vocabulary: Vocabulary, buckets: number): Corpus {
  const rowCount = vocabulary.terms.length + buckets;
  const groups = collectGroups(streams.terms, vocabulary, buckets);
  const starts = sharedUints(streams.starts.length);
  // Every word gives at most itself and a phrase.
  const entries = new Uint32Array(streams.stream.length * 2);
  let length = 0;
  for (let text = 0; text + 1 < streams.starts.length; text++) {
    let before = BREAK;
    for (const id of streams.stream.subarray(streams.starts[text], streams.starts[text + 1])) {
      const row = vocabulary.rowOfTerm[id] ?? NO_ROW;
      const phrase = vocabulary.rowOfPhrase.get(phraseCode(before, id, streams.terms.length));
      if (id !== BREAK) {
        if (row !== NO_ROW) entries[length++] = row;
        else if (buckets > 0) entries[length++] = rowCount + (groups.positions[id] ?? 0);
        // A phrase follows its second word, so that no cut of the text gives a word to both parts.
        if (before !== BREAK && phrase !== undefined) entries[length++] = phrase;
      }
      before = id;
    }
    starts[text + 1] = length;
  }
  return {
    rowCount,
    entries: sharedCopy(entries.subarray(0, length)),
    starts,
    groupStarts: sharedCopy(groups.starts),
    groupRows: sharedCopy(groups.rows),
  };
}

/** How many of the first `papers` papers have each row. */
export function countDocuments(corpus: Corpus, papers: number): Uint32Array {
  const counts = new Uint32Array(corpus.rowCount);
  const lastPaper = new Int32Array(corpus.rowCount).fill(-1);
  const see = (row: number, paper: number): void => {
    if (lastPaper[row] === paper) return;
    lastPaper[row] = paper;
    counts[row] = (counts[row] ?? 0) + 1;
  };
  for (let paper = 0; paper < papers; paper++) {
    for (const entry of corpus.entries.subarray(corpus.starts[2 * paper], corpus.starts[2 * paper + 2])) {
      if (entry < corpus.rowCount) see(entry, paper);
      else for (const row of rowsOfGroup(corpus, entry)) see(row, paper);
    }
  }
  return counts;
}

/** The rows that share an entry of a word outside the vocabulary. */
export function rowsOfGroup({ rowCount, groupStarts, groupRows }: Corpus, entry: number): Uint32Array {
  return groupRows.subarray(groupStarts[entry - rowCount], groupStarts[entry - rowCount + 1]);
}

interface Groups {
  /** Place of each term outside the vocabulary in `starts`. */
  readonly positions: Uint32Array;
  readonly starts: readonly number[];
  readonly rows: readonly number[];
}

function collectGroups(terms: readonly string[], vocabulary: Vocabulary, buckets: number): Groups {
  const positions = new Uint32Array(terms.length);
  const starts = [0];
  const rows: number[] = [];
  for (const [id, term] of terms.entries()) {
    if (buckets === 0 || id === BREAK || vocabulary.rowOfTerm[id] !== NO_ROW) continue;
    positions[id] = starts.length - 1;
    for (const group of letterGroups(term)) rows.push(vocabulary.terms.length + (hashText(group) % buckets));
    starts.push(rows.length);
  }
  return { positions, starts, rows };
}
