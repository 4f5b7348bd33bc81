import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import type { TrimOptions } from '../../../../lib/db/trim';
import { trimToBudget } from '../../../../lib/services/sync/trim-to-budget';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { paperKey } from '../../../support/builders';
import { freshDatabase } from '../../../support/database';

let open: OpenDatabase;
let steps: TrimOptions[];

beforeEach(async () => {
  open = freshDatabase();
  steps = [];
  const papers = (await open()).transaction('papers', 'readwrite');
  // Only their number counts here.
  for (let number = 1; number <= 1_450; number++) {
    await papers.store.put({ key: paperKey(`acl:${number}`), identity: [], sources: [] } as never);
  }
  await papers.done;
});

/** Trims an index with some papers too many. */
async function trim(maxPapers: number, excess: number): Promise<void> {
  let left = excess;
  const index = {
    trim: async (options: TrimOptions) => {
      steps.push(options);
      const gone = Array.from({ length: Math.min(left, options.limit) }, (_, at) => paperKey(`acl:${at}`));
      left -= gone.length;
      return { papers: [], gone };
    },
  };
  await trimToBudget(open, index, async () => ({ ...DEFAULT_SETTINGS, maxPapers }));
}

describe('trimToBudget', () => {
  it('takes papers out in steps until the budget is kept', async () => {
    await trim(1_000, 450);
    expect(steps).toEqual(Array.from({ length: 3 }, () => ({ maxPapers: 1_000, limit: 200 })));
  });

  it('leaves the index alone within the budget', async () => {
    await trim(1_450, 0);
    expect(steps).toEqual([]);
  });
});
