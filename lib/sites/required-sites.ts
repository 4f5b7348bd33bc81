import { ar5iv } from './ar5iv';
import { arxiv } from './arxiv';
import { huggingface } from './huggingface';
import type { Site } from './types';

/**
 * The sites that every reader grants, sorted by id.
 *
 * Scripts on pages know these by themselves, so that places are reserved before the page is drawn; of other
 * sites they ask the worker, which has the whole table.
 */
export const requiredSites: readonly Site[] = [ar5iv, arxiv, huggingface];
