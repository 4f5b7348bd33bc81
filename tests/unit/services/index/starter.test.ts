import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commitFeed, findPaper } from '../../../../lib/db/feed';
import { countPapers } from '../../../../lib/db/transactions';
import { findEdition } from '../../../../lib/db/editions';
import type { OpenDatabase } from '../../../../lib/db/open';
import { findStarter } from '../../../../lib/db/starter';
import { isSettled } from '../../../../lib/services/sync/job';
import { createPaperEncoder } from '../../../../lib/services/index/paper-encoder';
import { createStarter } from '../../../../lib/services/index/starter';
import { arxivId, day, facts } from '../../../support/builders';
import { allPapers, failWrites, freshDatabase } from '../../../support/database';
import { commitOf, feedIndexOn, keywordsAsTopics, smallEncoder } from '../../../support/related/feed-index';
import { packagedStarter, starterFeed, starterPaper, textRow } from '../../../support/starter';
import { wordModelBytes } from '../../../support/related/word-model';

const VERSION = smallEncoder().version;
/** What no title of these papers gives. */
const ROW = textRow({ words: Uint16Array.of(5, 6, 6), topics: Uint32Array.of(77) });

let open: OpenDatabase;

beforeEach(() => {
  open = freshDatabase();
});

type World = ReturnType<typeof start>;

/** A worker just started, whose package has this feed. */
function start(feed: ReturnType<typeof starterFeed> | null = starterFeed(3), version = VERSION) {
  const rows = feed === null ? null : { version, rows: feed.papers.map(() => ROW) };
  const packaged = packagedStarter(feed, rows);
  const encoderOf = async (bytes: ArrayBuffer) => createPaperEncoder(bytes, keywordsAsTopics, packaged);
  const index = feedIndexOn(
    open,
    {},
    {
      encoderOf,
      loadEncoder: () => encoderOf(wordModelBytes()),
      beforeTitles: () => packaged.loadRows(),
    },
  );
  let steps = 0;
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
  const starter = createStarter({
    open,
    packaged,
    index,
    pause,
    settle: pause,
    onStep: async () => void steps++,
  });
  return { index, starter, steps: () => steps, read: packaged.read };
}

async function wordsOf({ index }: World, key = 'arxiv:2606.00001') {
  const { table } = await index.serving();
  const position = table.find(key);
  if (position === null) return null;
  const { segment, row } = position;
  return [...segment.words.subarray(segment.wordStarts[row], segment.wordStarts[row + 1])];
}

describe('an empty feed', () => {
  it('is filled with papers, lists and rows', async () => {
    const world = start();

    await world.starter.ensure().whole;

    const database = await open();
    const [paper] = await allPapers(database);
    expect(paper).toMatchObject({
      key: 'arxiv:2606.00001',
      title: 'Starter paper 1 about coding agents',
      authorCount: 3,
      upvotes: 99,
      addedAtMs: Date.parse('2026-06-09T00:00:00Z'),
      listedOn: '2026-06-09',
      provenance: [
        {
          source: 'hf-daily',
          isStarter: true,
          fetchedAtMs: Date.parse('2026-06-09T00:00:00Z'),
          link: 'https://huggingface.co/papers/2606.00001',
        },
      ],
    });
    expect(paper).not.toHaveProperty('abstract');
    const edition = await findEdition(database, 'hf-daily', day('2026-06-09'));
    expect(edition?.papers).toEqual(['arxiv:2606.00001', 'arxiv:2606.00002', 'arxiv:2606.00003']);
    expect(edition?.isStarter).toBe(true);
    expect(await wordsOf(world)).toEqual([5, 6, 6]);
    expect(await findStarter(database)).toMatchObject({ date: '2026-06-09', done: 3, total: 3 });
  });

  it('has its newest lists first, in few steps, and announces each', async () => {
    const world = start(starterFeed(1_400));

    const { first, whole } = world.starter.ensure();
    await first;
    expect(await countPapers(await open())).toBe(100);
    expect(world.starter.isLoading()).toBe(true);
    await whole;
    expect(world.starter.isLoading()).toBe(false);

    expect(world.steps()).toBe(8);
    expect((await world.index.serving()).table.count).toBe(1_400);
  });

  it('goes on where a stopped worker was', async () => {
    const feed = starterFeed(1_400);
    const stopped = start(feed);
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const restore = failWrites('starter', 1);
    await stopped.starter.ensure().whole;
    restore();
    expect(await findStarter(await open())).toMatchObject({ done: 100 });

    const world = start(feed);
    await world.starter.ensure().whole;
    await world.index.maintain();

    expect(world.steps()).toBe(7);
    expect(await countPapers(await open())).toBe(1_400);
    expect((await world.index.serving()).table.count).toBe(1_400);
  });

  it('is filled once for all who ask at the same time', async () => {
    const world = start();

    await Promise.all([world.starter.ensure().whole, world.starter.ensure().whole]);

    expect(world.steps()).toBe(2);
  });

  it('is filled anew once it was cleared', async () => {
    const world = start();
    await world.starter.ensure().whole;
    await world.starter.stop();
    await world.index.clear();
    expect(await countPapers(await open())).toBe(0);

    await world.starter.ensure().whole;

    expect(await countPapers(await open())).toBe(3);
    expect(await wordsOf(world)).toEqual([5, 6, 6]);
  });

  it('can be cleared while it is filled, and then is filled from the start', async () => {
    const world = start(starterFeed(3_000));
    await world.starter.ensure().first;
    await world.starter.stop();
    await world.index.clear();

    await world.starter.ensure().whole;

    expect(await countPapers(await open())).toBe(3_000);
    expect((await world.index.serving()).table.count).toBe(3_000);
  });

  it('gets the rows of the first step even if the worker stopped before they were made', async () => {
    const feed = starterFeed(250);
    const stopped = start(feed);
    const { first } = stopped.starter.ensure();
    await first;
    await stopped.starter.stop();

    const world = start(feed);
    await world.starter.ensure().whole;
    await world.index.maintain();

    expect((await world.index.serving()).table.count).toBe(250);
    expect(await wordsOf(world)).toEqual([5, 6, 6]);
  });

  it('gets rows from titles when the packaged ones fit another model', async () => {
    const world = start(starterFeed(3), 'another model');

    await world.starter.ensure().whole;

    const words = await wordsOf(world);
    expect(words).not.toEqual([5, 6, 6]);
    expect(words?.length).toBeGreaterThan(0);
  });

  it('stays empty, and keeps nobody waiting, when the package is damaged', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);

    const { first, whole } = start(null).starter.ensure();
    await Promise.all([first, whole]);

    expect(await countPapers(await open())).toBe(0);
    expect(await findStarter(await open())).toBeUndefined();
  });
});

describe('a feed that has papers', () => {
  it('is left alone', async () => {
    await commitFeed(await open(), commitOf([facts()]), () => []);
    const world = start();

    await world.starter.ensure().whole;

    expect(await countPapers(await open())).toBe(1);
    expect(world.read).toEqual([]);
  });

  it('is not filled again when it is complete', async () => {
    await start().starter.ensure().whole;
    const world = start();

    await world.starter.ensure().whole;

    expect(world.steps()).toBe(0);
    expect(world.read).toEqual([]);
  });

  it('keeps what a sync brings while it is filled', async () => {
    const known = facts({
      ids: { arxiv: arxivId('2606.00350') },
      title: 'As the sync brought it',
      abstract: 'All of it.',
      upvotes: 500,
    });
    const world = start(starterFeed(400));
    await world.starter.ensure().first;
    await world.index.commit(commitOf([known]));

    await world.starter.ensure().whole;

    const found = await findPaper(await open(), { ids: known.ids, title: '', authors: [] });
    expect(found).toMatchObject({ title: 'As the sync brought it', abstract: 'All of it.', upvotes: 500 });
    expect(found?.provenance[0]).not.toHaveProperty('isStarter');
    expect(await countPapers(await open())).toBe(400);
  });
});

describe('a sync after the starter feed', () => {
  it('completes a starter paper, and makes its row anew from title and abstract', async () => {
    const world = start();
    await world.starter.ensure().whole;
    const { keywords: _, ...listed } = starterPaper(1).facts;
    const whole = {
      ...listed,
      keywords: [],
      authors: ['One', 'Two'],
      abstract: 'Ocean waves and tides.',
      upvotes: 120,
    };

    await world.index.commit(commitOf([whole]));

    const paper = await findPaper(await open(), { ids: whole.ids, title: '', authors: [] });
    expect(paper).toMatchObject({
      abstract: 'Ocean waves and tides.',
      authors: ['One', 'Two'],
      upvotes: 120,
      keywords: ['coding agents'],
      listedOn: '2026-06-09',
      addedAtMs: Date.parse('2026-06-09T00:00:00Z'),
    });
    expect(paper?.provenance).toHaveLength(1);
    expect(paper?.provenance[0]).not.toHaveProperty('isStarter');
    expect(await countPapers(await open())).toBe(3);
    expect(await wordsOf(world)).not.toEqual([5, 6, 6]);
  });

  it('does not replace a row made with an abstract by one from the title alone', async () => {
    const world = start();
    await world.starter.ensure().whole;

    await world.index.commit(commitOf([{ ...starterPaper(1).facts, upvotes: 150 }]));

    const { segment, row } = (await world.index.serving()).table.find('arxiv:2606.00001') ?? {};
    expect(segment?.upvotes[row ?? 0]).toBe(150);
    expect(await wordsOf(world)).toEqual([5, 6, 6]);
  });

  it('fetches days although the starter feed has lists of them', async () => {
    await start().starter.ensure().whole;

    const edition = await findEdition(await open(), 'hf-daily', day('2026-06-09'));

    expect(edition === undefined || isSettled(edition)).toBe(false);
  });
});

describe('rows that were lost', () => {
  it('come from the package again, not from titles', async () => {
    await start().starter.ensure().whole;
    const database = await open();
    const transaction = database.transaction('segments', 'readwrite');
    await transaction.store.clear();
    await transaction.done;
    const world = start();

    await world.index.maintain();

    expect(await wordsOf(world)).toEqual([5, 6, 6]);
  });
});
