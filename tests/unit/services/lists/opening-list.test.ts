import { describe, expect, it, vi } from 'vitest';
import type { EditionView, OpeningList } from '../../../../lib/model/feed/lists';
import type { SavedState } from '../../../../lib/model/saved';
import { createOpeningList } from '../../../../lib/services/lists/opening-list';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import { paperKey } from '../../../support/builders';
import { edition, feedItem, feedStatus } from '../../../support/ui/papers';

function world(answer: () => Promise<EditionView | null>) {
  const written: (OpeningList | null)[] = [];
  const asked: object[] = [];
  const states: SavedState[] = [];
  const opening = createOpeningList({
    feed: {
      edition: async (request) => {
        asked.push(request);
        return answer();
      },
      status: async () => feedStatus(),
    },
    readingList: { states: async () => states },
    settings: async () => ({ ...DEFAULT_SETTINGS, categories: ['cs.CL'], list: 'arxiv' }),
    store: {
      read: async () => written.at(-1) ?? null,
      write: async (list) => {
        written.push(list);
      },
    },
    wait: async () => undefined,
  });
  return { opening, written, asked, states };
}

describe('createOpeningList', () => {
  it('stores the newest day of the reader’s list, without the abstracts', async () => {
    const { opening, written, asked } = world(async () => edition([feedItem(1)]));
    await opening.refresh();
    expect(asked).toEqual([{ source: 'arxiv' }]);
    expect(written).toMatchObject([{ edition: { papers: [{ paper: { title: 'Paper number 1' } }] } }]);
    expect(written[0]?.edition.papers[0]?.paper).not.toHaveProperty('abstract');
  });

  it('has the states of its own papers, and gets new ones without being made anew', async () => {
    const { opening, written, asked, states } = world(async () => edition([feedItem(1)]));
    await opening.refresh();
    expect(written.at(-1)?.saved).toEqual([]);
    const mine = { keys: [paperKey('arxiv:2606.00001')], state: 'done' } as const;
    states.push(mine, { keys: [paperKey('arxiv:2606.00002')], state: 'reading' });
    await opening.refreshStates();
    expect(written.at(-1)).toEqual({ ...written[0], saved: [mine] });
    expect(asked).toHaveLength(1);
  });

  it('removes the stored list when there is none any more', async () => {
    const { opening, written } = world(async () => null);
    await opening.refresh();
    expect(written).toEqual([null]);
  });

  it('is made once for several changes, and once more for one that comes meanwhile', async () => {
    const { opening, written } = world(async () => {
      if (written.length === 0) void opening.refresh();
      return edition([feedItem(1)]);
    });
    await Promise.all([opening.refresh(), opening.refresh()]);
    expect(written).toHaveLength(2);
  });

  it('reports a failure and works the next time', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    let isBroken = true;
    const { opening, written } = world(async () => {
      if (isBroken) throw new Error('made to fail');
      return null;
    });
    await opening.refresh();
    expect(log).toHaveBeenCalledOnce();
    isBroken = false;
    await opening.refresh();
    expect(written).toEqual([null]);
  });
});
