import { describe, expect, it } from 'vitest';
import { PaperCollection } from '../../../../tools/build-starter/collect-papers';
import { day } from '../../../support/builders';

const item = (id: string, upvotes: number, fields: object = {}) => ({
  paper: {
    id,
    title: `Title ${id}`,
    summary: 'A summary.',
    authors: [{ name: 'First Author' }],
    upvotes,
    ...fields,
  },
});

function collectionOf(...lists: readonly [string, readonly object[]][]): PaperCollection {
  const collection = new PaperCollection();
  for (const [date, items] of lists) collection.add({ date: day(date), items });
  return collection;
}

describe('PaperCollection', () => {
  it('gives the most upvoted, newest list first', () => {
    const collection = collectionOf(
      ['2026-06-08', [item('2606.00001', 5), item('2606.00002', 50)]],
      ['2026-06-09', [item('2606.00003', 1), item('2606.00004', 20), item('2606.00005', 30)]],
    );

    const chosen = collection.mostUpvoted(3);

    expect(chosen.map(({ facts, listedOn }) => [facts.ids.arxiv, listedOn])).toEqual([
      ['2606.00005', '2026-06-09'],
      ['2606.00004', '2026-06-09'],
      ['2606.00002', '2026-06-08'],
    ]);
  });

  it.each([[['2026-06-08', '2026-06-09']], [['2026-06-09', '2026-06-08']]])(
    'makes one of a paper on two lists, read as %j',
    (dates) => {
      const lists = dates.map((date): [string, object[]] => [
        date,
        [item('2606.00001', date === '2026-06-08' ? 9 : 4, { title: `Title of ${date}` })],
      ]);
      const [paper, ...others] = collectionOf(...lists).mostUpvoted(10);

      expect(others).toEqual([]);
      expect(paper).toMatchObject({
        listedOn: '2026-06-08',
        facts: { title: 'Title of 2026-06-09', upvotes: 9 },
      });
    },
  );

  it('leaves out records that are not papers', () => {
    const chosen = collectionOf(['2026-06-08', [{}, item('no id', 3)]]).mostUpvoted(10);

    expect(chosen).toEqual([]);
  });

  it('breaks ties the same way in any order', () => {
    const items = [item('2606.00001', 5), item('2606.00002', 5), item('2606.00003', 5)];

    const one = collectionOf(['2026-06-08', items]).mostUpvoted(2);
    const other = collectionOf(['2026-06-08', items.toReversed()]).mostUpvoted(2);

    expect(one).toEqual(other);
  });
});
