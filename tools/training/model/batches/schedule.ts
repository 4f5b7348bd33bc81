import { type Random, shuffle } from '../../random';
import type { TrainingSettings } from '../settings';

/** Kinds of pairs: (a paper's text, its other text), (citing, cited), (cited, cited by the same paper). */
export const PAIR_KINDS = ['text', 'citation', 'co-cited'] as const;

/** One of them. */
export type PairKind = (typeof PAIR_KINDS)[number];

/** Draws the kind of each batch of a training, in random order. */
export function createSchedule(
  { batch, citationShare, coCitedShare, epochs }: TrainingSettings,
  available: { readonly textPapers: number; readonly citations: number },
  random: Random,
): readonly PairKind[] {
  const texts = Math.ceil((epochs * available.textPapers) / batch);
  const hasCitations = available.citations > 0;
  const citations = hasCitations ? Math.round((texts * citationShare) / (1 - citationShare)) : 0;
  const coCited = hasCitations ? Math.round(texts * coCitedShare) : 0;
  const kinds = new Uint8Array(texts + citations + coCited);
  kinds.fill(1, texts, texts + citations);
  kinds.fill(2, texts + citations);
  shuffle(kinds, random);
  return Array.from(kinds, (kind) => PAIR_KINDS[kind] ?? 'text');
}

/** Adam's step: falls linearly from `learningRate` to its share `finalRate`. */
export function learningRateAt(
  { learningRate, finalRate }: TrainingSettings,
  step: number,
  steps: number,
): number {
  return learningRate * (1 - (1 - finalRate) * (step / steps));
}
