import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commitFeed } from '../../../../lib/db/feed';
import type { OpenDatabase } from '../../../../lib/db/open';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import type { FeedIndex } from '../../../../lib/services/index/feed-index';
import { arxivId, doi, facts } from '../../../support/builders';
import { allPapers, failWrites, freshDatabase } from '../../../support/database';
import { commitOf, feedIndexOn } from '../../../support/related/feed-index';

let open: OpenDatabase;

beforeEach(() => {
  open = freshDatabase();
});

const paperNumber = (number: number, overrides: Partial<PaperFacts> = {}): PaperFacts =>
  facts({
    ids: { arxiv: arxivId(`2605.${String(number).padStart(5, '0')}`) },
    title: `Coding agents and ocean waves, volume ${number}`,
    authors: [`Author of Volume-${number}`],
    ...overrides,
  });
const manyPapers = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => paperNumber(from + index));
const storePapers = async (records: readonly PaperFacts[]) =>
  commitFeed(await open(), commitOf(records), () => []);
const storedSegments = async () => (await open()).getAll('segments');

/** The papers that a worker's look-up knows, and those of a worker started after it: both must be the store's. */
async function expectInStep(index: FeedIndex): Promise<void> {
  const stored = (await allPapers(await open())).map(({ key }) => key).toSorted();
  expect(await keysIn(index)).toEqual(stored);
  expect(await keysIn(feedIndexOn(open, {}, { settle: () => new Promise(() => undefined) }))).toEqual(stored);
}

async function keysIn(index: FeedIndex): Promise<readonly string[]> {
  const { table } = await index.serving();
  return table.segments
    .flatMap((segment) =>
      Array.from({ length: segment.count }, (_, row) =>
        segment.live[row] === 1 ? [segment.keyOf(row)] : [],
      ),
    )
    .flat()
    .toSorted();
}

async function upvotesOf(index: FeedIndex, key: string): Promise<number | undefined> {
  const position = (await index.serving()).table.find(key);
  return position?.segment.upvotes[position.row];
}

describe('commit', () => {
  it('stores papers and their rows together, and takes them into memory', async () => {
    const index = feedIndexOn(open);
    await index.commit(commitOf(manyPapers(3)));
    await expectInStep(index);
    expect(await keysIn(index)).toHaveLength(3);
  });

  it('writes a row again only when it says something new', async () => {
    const index = feedIndexOn(open);
    await index.commit(commitOf([paperNumber(1), paperNumber(2)]));
    await index.maintain();
    const before = await storedSegments();

    await index.commit(commitOf([paperNumber(1), paperNumber(2, { comments: 9 })]));
    expect(await storedSegments()).toEqual(before);

    await index.commit(commitOf([paperNumber(1), paperNumber(2, { upvotes: 9 })]));
    const { table } = await index.serving();
    expect(table.segments.map(({ count }) => count)).toEqual([2, 1]);
    expect(table.count).toBe(2);
  });

  it('takes out a record that turned out to be another paper', async () => {
    const index = feedIndexOn(open);
    const [one, other] = [
      facts({ ids: { arxiv: arxivId('2606.00001') }, title: 'One title of the work', authors: [] }),
      facts({ ids: { doi: doi('10.1000/one') }, title: 'Another title of the work', authors: [] }),
    ];
    await index.commit(commitOf([one, other]));
    await index.commit(commitOf([{ ...one, ids: { ...one.ids, ...other.ids } }]));
    expect(await keysIn(index)).toEqual(['arxiv:2606.00001']);
    await index.maintain();
    await expectInStep(index);
  });

  it('stores nothing at all when the disk is full', async () => {
    const index = feedIndexOn(open);
    await index.commit(commitOf(manyPapers(2)));
    const heal = failWrites('jobs');
    await expect(index.commit(commitOf(manyPapers(2, 10)))).rejects.toMatchObject({ code: 'storage-full' });
    heal();
    expect(await keysIn(index)).toHaveLength(2);
    await expectInStep(index);
  });

  it('stores the papers of two sources that answer at once', async () => {
    const index = feedIndexOn(open);
    await Promise.all([
      index.commit(commitOf([paperNumber(1, { upvotes: 1 }), paperNumber(2)])),
      index.commit(commitOf([paperNumber(1, { upvotes: 2 }), paperNumber(3)])),
    ]);
    await expectInStep(index);
    expect(await upvotesOf(index, 'arxiv:2605.00001')).toBe(2);
  });

  it('stores papers even when the model cannot be read, and indexes them once it can', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const broken = feedIndexOn(open, {}, { loadEncoder: () => Promise.reject(new Error('no model')) });
    await broken.commit(commitOf(manyPapers(2)));
    await expect(broken.serving()).rejects.toThrow('no model');

    const index = feedIndexOn(open);
    await index.maintain();
    await expectInStep(index);
  });
});

describe('trim', () => {
  it('takes papers and their rows out together, for a worker started later, too', async () => {
    const index = feedIndexOn(open);
    await index.commit(commitOf(manyPapers(5)));
    await index.trim(2);
    await index.maintain();
    await expectInStep(index);
    expect(await keysIn(index)).toHaveLength(2);
  });

  it('takes many papers out in steps', async () => {
    const index = feedIndexOn(open);
    await index.commit(commitOf(manyPapers(650)));
    await index.trim(10);
    await index.maintain();
    await expectInStep(index);
    expect(await keysIn(index)).toHaveLength(10);
  });

  it('leaves the index unread within the budget', async () => {
    await storePapers(manyPapers(3));
    const loadEncoder = vi.fn<() => Promise<never>>();
    await feedIndexOn(open, {}, { loadEncoder }).trim(3);
    expect(loadEncoder).not.toHaveBeenCalled();
    expect(await allPapers(await open())).toHaveLength(3);
  });
});

describe('maintain', () => {
  it('keeps the segments few, whatever comes in, and loses nothing', async () => {
    const index = feedIndexOn(open);
    for (let round = 0; round < 20; round++) {
      await index.commit(commitOf([paperNumber(round + 1), paperNumber(100, { upvotes: round })]));
      await index.maintain();
    }
    expect((await storedSegments()).length).toBeLessThanOrEqual(5);
    expect((await index.serving()).table.count).toBe(21);
    await expectInStep(index);
  });

  it('keeps what a commit stores while it merges', async () => {
    const index = feedIndexOn(open);
    for (let number = 1; number <= 8; number++) await index.commit(commitOf([paperNumber(number)]));
    const merging = index.maintain();
    await index.commit(commitOf([paperNumber(3, { upvotes: 7 }), paperNumber(9)]));
    await merging;
    await expectInStep(index);
    expect(await upvotesOf(index, 'arxiv:2605.00003')).toBe(7);
  });

  it('goes on with the old segments when the merged one cannot be stored', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const index = feedIndexOn(open);
    for (let number = 1; number <= 4; number++) await index.commit(commitOf([paperNumber(number)]));
    await index.serving();
    const heal = failWrites('segments');
    await index.maintain();
    heal();
    await expectInStep(index);
    await index.maintain();
    await expectInStep(index);
    expect((await storedSegments()).length).toBeLessThanOrEqual(2);
  });

  it('reads the papers of a database that has no segments yet', async () => {
    await storePapers(manyPapers(12));
    const work: boolean[] = [];
    const index = feedIndexOn(open, {}, { onWork: async (isGoingOn) => void work.push(isGoingOn) });
    expect(await keysIn(index)).toEqual([]);
    await index.maintain();
    expect(work).toEqual([true, true, false]);
    expect(index.isCatchingUp()).toBe(false);
    await expectInStep(index);
  });

  it.each<[string, (bytes: ArrayBuffer) => ArrayBuffer]>([
    ['was cut off', (bytes) => bytes.slice(0, bytes.byteLength - 8)],
    ['is of another format', (bytes) => flipped(bytes, 4)],
    ['has a wrong byte in a vector', (bytes) => flipped(bytes, 80)],
    ['has a wrong byte in a key', (bytes) => flipped(bytes, bytes.byteLength - 20)],
  ])('reads the papers of a segment again that %s', async (_, damage) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const first = feedIndexOn(open);
    await first.commit(commitOf(manyPapers(40)));
    await first.commit(commitOf(manyPapers(4, 50)));
    const expected = await storedSegments();
    const [record] = expected;
    if (record === undefined) throw new Error('A stored segment is expected.');
    const bytes = new Blob([damage(await record.bytes.arrayBuffer())]);
    await (await open()).put('segments', { ...record, bytes });

    const index = feedIndexOn(open);
    await index.maintain();

    await expectInStep(index);
    expect((await index.serving()).table.count).toBe(44);
  });
});

describe('a new model', () => {
  it('serves once it has read every paper; until then the former one does', async () => {
    const before = feedIndexOn(open);
    await before.commit(commitOf(manyPapers(30)));
    await before.maintain();

    const index = feedIndexOn(open, { seed: 2 });
    const former = (await before.serving()).encoder.version;
    expect((await index.serving()).encoder.version).toBe(former);
    expect(await keysIn(index)).toHaveLength(30);
    await index.commit(commitOf([paperNumber(40), paperNumber(1, { upvotes: 3 })]));
    await index.maintain();

    const { encoder, table } = await index.serving();
    expect(encoder.version).not.toBe(former);
    expect(table.count).toBe(31);
    const versions = (await storedSegments()).map(({ version }) => version);
    expect(new Set(versions)).toEqual(new Set([encoder.version]));
    expect(await (await open()).getAllKeys('models')).toEqual([encoder.version]);
  });
});

describe('a stored model that is damaged', () => {
  it('is noticed after the first answer; the package’s is then read and stored again', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const before = feedIndexOn(open);
    await before.commit(commitOf(manyPapers(3)));
    await before.maintain();
    const database = await open();
    const [stored] = await database.getAll('models');
    if (stored === undefined) throw new Error('No model was stored.');
    const whole = await stored.bytes.arrayBuffer();
    const bytes = new Blob([flipped(whole, whole.byteLength - 4)]);
    await database.put('models', { ...stored, bytes });

    const index = feedIndexOn(open);
    const damaged = (await index.serving()).encoder;
    await index.maintain();
    expect(await database.count('models')).toBe(0);
    expect((await index.serving()).encoder).not.toBe(damaged);
    await index.maintain();
    const [again] = await database.getAll('models');
    expect(await again?.bytes.arrayBuffer()).toEqual(whole);
    await expectInStep(index);
  });
});

describe('clear', () => {
  it('forgets papers and rows, even while background work runs', async () => {
    const index = feedIndexOn(open);
    await storePapers(manyPapers(60));
    const working = index.maintain();
    await index.clear();
    await working;
    expect(await keysIn(index)).toEqual([]);
    expect(await storedSegments()).toEqual([]);
    await index.commit(commitOf(manyPapers(2)));
    await index.maintain();
    await expectInStep(index);
  });
});

describe('serving', () => {
  it('fails with the database and is tried again by the next call', async () => {
    const flaky = vi.fn<OpenDatabase>(open).mockRejectedValueOnce(new Error('corrupt'));
    const index = feedIndexOn(flaky);
    await expect(index.serving()).rejects.toThrow('corrupt');
    expect(await keysIn(index)).toEqual([]);
  });
});

function flipped(bytes: ArrayBuffer, position: number): ArrayBuffer {
  const changed = new Uint8Array(bytes.slice(0));
  changed[position] = (changed[position] ?? 0) ^ 1;
  return changed.buffer;
}
