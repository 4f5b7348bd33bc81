import { openalex } from './openalex';
import { semanticScholar } from './semantic-scholar';
import type { Engine } from './types';

/** Every engine, sorted by id. A new one is a file, a line here and a folder of fixtures. */
export const engines: readonly Engine[] = [openalex, semanticScholar];
