import { openalex } from './openalex';
import { semanticScholar } from './semantic-scholar';
import type { Provider } from './types';

/** Every provider, sorted by id. A new one is a file, a line here and a folder of fixtures. */
export const providers: readonly Provider[] = [openalex, semanticScholar];
