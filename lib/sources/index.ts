import { arxiv } from './arxiv';
import { hfDaily } from './hf-daily';
import type { Source } from './types';

/** Every source, sorted by id. A new one is a file, a line here and a folder of fixtures. */
export const sources: readonly Source[] = [arxiv, hfDaily];

/** The source of an id; null for an id that is no longer, or not yet, in the table. */
export function findSource(id: string): Source | null {
  return sources.find((source) => source.id === id) ?? null;
}
