import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CitingPaper, CollectedPaper } from '../../../tools/collections/papers';
import { type TrainingSettings, trainingSettings } from '../../../tools/training/model/settings';
import { readTrainingData } from '../../../tools/training/model/reading/training-data';

/** Words of two subjects that never meet in one paper. */
export const SUBJECTS = {
  language: ['language', 'model', 'token', 'prompt', 'corpus', 'grammar', 'translation', 'dialogue'],
  robot: ['robot', 'gripper', 'motion', 'planner', 'torque', 'joint', 'grasp', 'locomotion'],
} as const;

/** What the training of the model reads of a paper. */
type KeyedText = Pick<CollectedPaper, 'abstract' | 'key' | 'title'>;

/** Papers of the two subjects in turn, each with a part of its subject's words. */
function subjectPapers(count: number): readonly KeyedText[] {
  return Array.from({ length: count }, (_, number) => {
    const words = number % 2 === 0 ? SUBJECTS.language : SUBJECTS.robot;
    const some = (from: number, length: number) =>
      Array.from({ length }, (_word, position) => words[(from + position * 3 + number) % words.length]).join(
        '; ',
      );
    return { key: `paper:${number}`, title: some(0, 3), abstract: some(1, 12) };
  });
}

/** Every paper cites the two after it of its own subject. */
function subjectCitations(papers: readonly KeyedText[]): readonly CitingPaper[] {
  return papers
    .slice(0, -4)
    .map((paper, number) => ({ ...paper, cited: [`paper:${number + 2}`, `paper:${number + 4}`] }));
}

/** Settings for a training of some milliseconds. */
export function smallSettings(changed: Partial<TrainingSettings> = {}): TrainingSettings {
  return trainingSettings({
    dimensions: 8,
    keptDimensions: 8,
    batch: 16,
    negatives: 8,
    words: 64,
    phrases: 16,
    buckets: 8,
    epochs: 10,
    ...changed,
  });
}

/** Writes the input files of a training; returns their paths. */
export async function trainingFiles(
  papers: readonly KeyedText[],
  citations: readonly CitingPaper[],
): Promise<{ readonly papers: string; readonly citations: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'paperkin-training-'));
  const paths = { papers: join(folder, 'papers.jsonl'), citations: join(folder, 'citations.jsonl') };
  const rows = citations.map(({ cited, ...query }) => ({ query, cited }));
  await writeFile(paths.papers, papers.map((paper) => JSON.stringify(paper)).join('\n'));
  await writeFile(paths.citations, rows.map((row) => JSON.stringify(row)).join('\n'));
  return paths;
}

/** The data of `subjectPapers`, read from files. */
export async function subjectData(count: number, settings: TrainingSettings = smallSettings()) {
  const papers = subjectPapers(count);
  return readTrainingData(await trainingFiles(papers, subjectCitations(papers)), settings);
}
