/**
 * Trains the word vectors of the related-work engine: `npm run train:model -- --papers FILE --citations
 * FILE`. How and why: `tools/training/README.md`.
 */
import { runProgram } from './command-line';
import { countDocuments } from './training/model/reading/corpus';
import { readTrainOptions, TRAIN_USAGE, type TrainOptions } from './training/model/options';
import { createProgress, timeText } from './training/model/progress';
import { train } from './training/model/train';
import { type DataReport, readTrainingData } from './training/model/reading/training-data';
import { MAX_MODEL_BYTES, modelBytes, modelFile, writeModel } from './training/model/writing/write-model';

await runProgram({ usage: TRAIN_USAGE, read: readTrainOptions, run: trainModel });

async function trainModel({ papers, citations, out, threads, settings }: TrainOptions): Promise<void> {
  const started = Date.now();
  console.log(`reading ${papers} and ${citations}`);
  const { data, vocabulary, report } = await readTrainingData({ papers, citations }, settings);
  console.log(`${reportText(report)} (${timeText((Date.now() - started) / 1000)})`);
  const { fewest, words, phrases } = vocabulary;
  console.log(
    `${words} words (each at least ${fewest.word} times), ${phrases} phrases (${fewest.phrase}), ${settings.buckets} buckets`,
  );
  if (settings.keptDimensions > settings.dimensions) {
    throw new Error(`Cannot keep ${settings.keptDimensions} of ${settings.dimensions} components.`);
  }
  const bytes = modelBytes(vocabulary, settings);
  if (bytes > MAX_MODEL_BYTES) {
    throw new Error(
      `The model would have ${bytes} bytes, more than ${MAX_MODEL_BYTES}: fewer words, phrases, buckets or dimensions.`,
    );
  }
  const documentFrequencies = countDocuments(data.corpus, data.papers);
  const progress = createProgress(process.stdout);
  const trained = await train(data, documentFrequencies, settings, threads, progress.add);
  progress.finish();
  const losses = Object.fromEntries(
    [...progress.losses].map(([kind, loss]) => [`${kind} loss`, rounded(loss)]),
  );
  const { repeatedPapers: _, ...facts } = report;
  const file = modelFile(trained, documentFrequencies, vocabulary, report.papers, settings, {
    ...facts,
    ...losses,
  });
  await writeModel(out, file);
  console.log(`${out}: ${file.length} bytes, after ${timeText((Date.now() - started) / 1000)}`);
}

function reportText({ papers, repeatedPapers, queries, citations, unknownCitations }: DataReport): string {
  const repeated = repeatedPapers > 0 ? ` (${repeatedPapers} lines of a known key left out)` : '';
  const unknown = unknownCitations > 0 ? ` (${unknownCitations} of papers that are not there left out)` : '';
  return `${papers} papers${repeated}, ${queries} citing papers, ${citations} citations${unknown}`;
}

function rounded(loss: number): number {
  return Number(loss.toFixed(4));
}
