import { arxiv } from './arxiv/arxiv';
import { hfDaily } from './hf-daily/hf-daily';
import type { Source } from './types';

/** Every source, sorted by id. A new one is a file, a line here and a folder of fixtures. */
export const sources: readonly Source[] = [arxiv, hfDaily];
