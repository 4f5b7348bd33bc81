import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { packModel } from '../../../../lib/related/model/model-file';
import { packVocabulary } from '../../../../lib/related/model/vocabulary';
import type { TrainingSettings } from '../settings';
import type { Trained } from '../train';
import type { Vocabulary } from '../reading/vocabulary';

/** The package must stay small (docs/design.md, section 7). */
export const MAX_MODEL_BYTES = 6_000_000;

/** Bytes of a model with these rows, without its header. */
export function modelBytes(
  { terms, words }: Vocabulary,
  { buckets, keptDimensions }: TrainingSettings,
): number {
  const { letters, slots, starts } = packVocabulary(terms);
  const columns = letters.length + slots.byteLength + starts.byteLength;
  // A row's scale and a word's document frequency take 4 bytes each.
  return columns + words * 4 + (terms.length + buckets) * (keptDimensions + 4);
}

/** The file's bytes. `facts`: what the header says about the training besides the settings. */
export function modelFile(
  { vectors, prior }: Trained,
  documentFrequencies: Uint32Array,
  { terms, words, phrases }: Vocabulary,
  documents: number,
  settings: TrainingSettings,
  facts: Readonly<Record<string, number | string>>,
): Uint8Array {
  const { buckets, keptDimensions: dimensions, titleWeight } = settings;
  const header = {
    dimensions,
    words,
    phrases,
    buckets,
    documents,
    titleWeight,
    prior: Array.from(prior, (component) => Number(component.toFixed(5))),
    training: { ...settings, ...facts },
  };
  return packModel(header, terms, { documentFrequencies, ...quantiseRows(vectors, dimensions) });
}

/** Writes the whole file or nothing. */
export async function writeModel(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  await writeFile(part, bytes);
  await rename(part, path);
}

/** Largest whole number of a stored component. */
const MAX_COMPONENT = 127;

/**
 * Stores each row as whole numbers from −127 to 127, with the scale that restores them.
 *
 * Shape: `vectors` rows × dimensions → the same, and one scale a row. A row of zeros has scale 0.
 */
export function quantiseRows(
  vectors: Float32Array,
  dimensions: number,
): { readonly vectors: Int8Array; readonly scales: Float32Array } {
  const rowCount = vectors.length / dimensions;
  const quantised = new Int8Array(vectors.length);
  const scales = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const components = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = components.reduce((most, component) => Math.max(most, Math.abs(component)), 0);
    scales[row] = largest / MAX_COMPONENT;
    if (largest === 0) continue;
    for (const [position, component] of components.entries()) {
      quantised[row * dimensions + position] = Math.round((component / largest) * MAX_COMPONENT);
    }
  }
  return { vectors: quantised, scales };
}
