import { findHardNegatives } from './hard-negatives';
import type { PairKind } from './schedule';
import type { Matrix } from '../kernels/matmul';
import type { Random } from '../../random';
import type { TrainingSettings } from '../settings';
import { createTextOrder } from './text-order';
import type { TrainingData } from '../reading/training-data';
import type { TrainingState } from '../step/training-state';
import type { WholeTexts } from './whole-texts';

/** An abstract with fewer entries is too short to split. */
const MIN_ENTRIES = 8;
/** Where to cut an abstract: somewhere in the middle. */
const CUT = { from: 0.3, width: 0.4 };
/** Shares of the training after which batches hold similar papers, and hard negatives are searched (again). */
const ALIKE_FROM = 0.1;
const HARD_AT = [0.2, 0.6];

/**
 * Draws batches and writes them into the state. Cost: a few tenths of a millisecond per batch; now and then
 * seconds, to read `texts` anew.
 */
export function createBatchSource(
  data: TrainingData,
  state: TrainingState,
  settings: TrainingSettings,
  texts: WholeTexts,
  random: Random,
) {
  const { batch, citationDropout, dropout, hardNegatives, negatives, popularity } = settings;
  const { starts } = data.corpus;
  const below = (count: number): number => Math.floor(random() * count);
  const textPapers = papersWithText(data);
  const queryOfCitation = queriesOfCitations(data);
  const popularities = countCited(data);
  const order = createTextOrder(textPapers, batch, settings.alikeBatches, random);
  let searches = 0;
  let hard: readonly Int32Array[] = [];

  function setRange(text: number, title: readonly [number, number], part: readonly [number, number]): void {
    state.ranges.set([...title, ...part], text * 4);
  }

  /** A whole paper, or a query (its number is then `data.papers` + query). */
  function setPaper(text: number, paper: number): void {
    const [from = 0, middle = 0, to = 0] = starts.subarray(paper * 2, paper * 2 + 3);
    setRange(text, [from, middle], [middle, to]);
  }

  function drawText(pair: number, paper: number): void {
    const [from = 0, middle = 0, to = 0] = starts.subarray(paper * 2, paper * 2 + 3);
    const isTitleAlone = random() < settings.titlePairs && middle > from;
    const cut = middle + Math.floor((to - middle) * (CUT.from + CUT.width * random()));
    setRange(pair, [from, middle], isTitleAlone ? [middle, middle] : [middle, cut]);
    setRange(batch + pair, [0, 0], isTitleAlone ? [middle, to] : [cut, to]);
    setPair(pair, -1, paper, paper, 1);
  }

  function drawCitation(pair: number): void {
    const citation = below(data.cited.length);
    const query = queryOfCitation[citation] ?? 0;
    const paper = data.cited[citation] ?? 0;
    setPaper(pair, data.papers + query);
    setPaper(batch + pair, paper);
    setPair(pair, query, data.queryPapers[query] ?? -1, paper, weightOf(paper));
  }

  function drawCoCited(pair: number): void {
    const citation = below(data.cited.length);
    const query = queryOfCitation[citation] ?? 0;
    const [from = 0, to = 0] = data.citedStarts.subarray(query, query + 2);
    // One of the others; if there is no other, the same one again, which teaches nothing.
    const other =
      to - from > 1 ? from + ((citation - from + 1 + below(to - from - 1)) % (to - from)) : citation;
    const [left = 0, right = 0] = [data.cited[citation], data.cited[other]];
    setPaper(pair, left);
    setPaper(batch + pair, right);
    setPair(pair, query, left, right, weightOf(right));
  }

  function setPair(pair: number, query: number, rowPaper: number, columnPaper: number, weight: number): void {
    state.rowQueries[pair] = query;
    state.rowPapers[pair] = rowPaper;
    setColumn(pair, columnPaper, weight);
  }

  function setColumn(column: number, paper: number, weight: number): void {
    state.columnPapers[column] = paper;
    state.columnWeights[column] = weight;
    state.nextColumn[column] = state.firstColumn[paper] ?? -1;
    state.firstColumn[paper] = column;
  }

  function addNegative(column: number, paper: number): void {
    setPaper(batch + column, paper);
    setColumn(column, paper, 1);
  }

  /** Returns the number of columns, including them. */
  function addNegatives(progress: number): number {
    let column = batch;
    for (; column < batch + negatives; column++) addNegative(column, below(data.papers));
    if (hardNegatives === 0 || progress < (HARD_AT[0] ?? 0)) return column;
    if (searches < HARD_AT.length && progress >= (HARD_AT[searches] ?? 1)) {
      hard = findHardNegatives(data, texts, { from: settings.hardFrom, to: settings.hardTo });
      searches += 1;
    }
    for (let index = 0; index < batch * hardNegatives; index++, column++) {
      const known = hard[state.rowQueries[index % batch] ?? 0] ?? [];
      addNegative(column, known[below(known.length)] ?? below(data.papers));
    }
    return column;
  }

  function unitsOf(): Matrix {
    texts.refresh();
    return texts.papers;
  }

  const weightOf = (paper: number): number => Math.max(1, popularities[paper] ?? 1) ** -popularity;

  return {
    /** Papers whose text gives pairs. */
    textPapers: textPapers.length,
    /** Citations that give the other kinds' pairs. */
    citations: data.cited.length,
    /** `progress`: the share of the training that is done. */
    draw(kind: PairKind, progress: number): void {
      for (const paper of state.columnPapers) if (paper >= 0) state.firstColumn[paper] = -1;
      if (kind === 'text') {
        const papers = order.next(progress < ALIKE_FROM ? null : unitsOf);
        for (const [pair, paper] of papers.entries()) drawText(pair, paper);
      } else {
        const drawPair = kind === 'citation' ? drawCitation : drawCoCited;
        for (let pair = 0; pair < batch; pair++) drawPair(pair);
      }
      state.plan[1] = kind === 'citation' ? addNegatives(progress) : batch;
      state.rates[1] = kind === 'text' ? dropout : 1 - (1 - dropout) * (1 - citationDropout);
    },
  };
}

function papersWithText({ corpus, papers }: TrainingData): Int32Array {
  const all = Int32Array.from({ length: papers }, (_, paper) => paper);
  const { starts } = corpus;
  return all.filter((paper) => (starts[paper * 2 + 2] ?? 0) - (starts[paper * 2 + 1] ?? 0) >= MIN_ENTRIES);
}

function queriesOfCitations({ cited, citedStarts, queries }: TrainingData): Int32Array {
  const owners = new Int32Array(cited.length);
  for (let query = 0; query < queries; query++) {
    owners.fill(query, citedStarts[query], citedStarts[query + 1]);
  }
  return owners;
}

function countCited({ cited, papers }: TrainingData): Uint32Array {
  const counts = new Uint32Array(papers);
  for (const paper of cited) counts[paper] = (counts[paper] ?? 0) + 1;
  return counts;
}
