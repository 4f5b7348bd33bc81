import { ARXIV } from './arxiv/about';
import { arxiv } from './arxiv/arxiv';
import { HF_DAILY } from './hf-daily/about';
import { hfDaily } from './hf-daily/hf-daily';
import type { Source } from './types';

/**
 * What each source says of itself, in the order in which the popup offers their lists; the first is the
 * default. A new source is its folder, its lines here and its fixtures.
 *
 * Read it through `descriptions.ts`: pages then get no parser, as bundlers leave out what nobody uses.
 */
export const sourceDescriptions = [HF_DAILY, ARXIV] as const;

/** How each source is asked and read, sorted by id: for the worker. */
export const sources: readonly Source[] = [arxiv, hfDaily];

declare module '../model/paper/paper' {
  interface KnownIds {
    readonly source: (typeof sourceDescriptions)[number]['id'];
  }
}
