import { beforeEach, describe, expect, it } from 'vitest';
import { editionsOf } from '../../../lib/db/editions';
import type { OpenDatabase } from '../../../lib/db/open';
import { putSaved } from '../../../lib/db/saved';
import { trimFeed } from '../../../lib/db/trim';
import { arxivId, facts, savedPaper } from '../../support/builders';
import { allPapers, commitTo, failWrites, freshDatabase } from '../../support/database';
import { commitOf } from '../../support/related/feed-index';

let open: OpenDatabase;

beforeEach(async () => {
  open = freshDatabase();
  // Papers 1 to 6, one a day; the third has many upvotes.
  for (const number of [1, 2, 3, 4, 5, 6]) {
    await commitTo(open)(commitOf([paperOf(number)], { date: `2026-06-0${number}` }));
  }
});

function paperOf(number: number) {
  const ids = { arxiv: arxivId(`2606.0000${number}`) };
  return facts({ ids, title: `Title of the paper number ${number}`, upvotes: number === 3 ? 100 : 0 });
}

const trim = async (maxPapers: number, limit = 10) => trimFeed(await open(), { maxPapers, limit }, () => []);
const left = async () => (await allPapers(await open())).map(({ key }) => Number(key.at(-1)));

describe('trimFeed', () => {
  it('deletes the oldest and least upvoted, also from the lists', async () => {
    const { gone } = await trim(3);
    expect(gone).toEqual(['arxiv:2606.00001', 'arxiv:2606.00002', 'arxiv:2606.00004']);
    expect(await left()).toEqual([3, 5, 6]);
    const editions = await editionsOf(await open(), 'hf-daily');
    expect(editions.map(({ papers }) => papers.length)).toEqual([0, 0, 1, 0, 1, 1]);
  });

  it('never deletes a saved paper, even if it is the only one left', async () => {
    await putSaved(await open(), [savedPaper({ paper: paperOf(1) })]);
    expect((await trim(0)).gone).toHaveLength(5);
    expect(await left()).toEqual([1]);
    expect((await trim(0)).gone).toEqual([]);
  });

  it('goes in steps', async () => {
    expect((await trim(2, 3)).gone).toHaveLength(3);
    expect((await trim(2, 3)).gone).toHaveLength(1);
    expect((await trim(2, 3)).gone).toEqual([]);
    expect(await left()).toEqual([3, 6]);
  });

  it('does nothing within the budget', async () => {
    expect(await trim(6)).toEqual({ papers: [], gone: [], segments: [] });
  });

  it('deletes all or nothing', async () => {
    const heal = failWrites('editions');
    await expect(trim(3)).rejects.toMatchObject({ code: 'storage-full' });
    heal();
    expect(await left()).toHaveLength(6);
  });
});
