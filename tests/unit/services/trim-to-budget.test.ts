import { expect, it } from 'vitest';
import type { TrimOptions } from '../../../lib/db/trim';
import { trimToBudget } from '../../../lib/services/trim-to-budget';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';
import { paperKey } from '../../support/builders';

it('takes papers out in steps until the budget is kept', async () => {
  const steps: TrimOptions[] = [];
  let excess = 450;
  const index = {
    trim: async (options: TrimOptions) => {
      steps.push(options);
      const gone = Array.from({ length: Math.min(excess, options.limit) }, (_, at) => paperKey(`acl:${at}`));
      excess -= gone.length;
      return { papers: [], gone };
    },
  };
  await trimToBudget(index, async () => ({ ...DEFAULT_SETTINGS, maxPapers: 7000 }));
  expect(excess).toBe(0);
  expect(steps).toEqual(Array.from({ length: 3 }, () => ({ maxPapers: 7000, limit: 200 })));
});
