import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { putJob, jobsOf } from '../../../../lib/db/sync';
import { mirror } from '../../../../lib/db/saved';
import type { OpenDatabase } from '../../../../lib/db/open';
import { tabPapers } from '../../../../lib/db/tab-papers';
import { createReadingList } from '../../../../lib/services/reading/reading-list';
import { firstJob } from '../../../../lib/services/sync/job';
import { createStoredData, type StoredDataOptions } from '../../../../lib/services/worker/stored-data';
import { readSettings, updateSettings } from '../../../../lib/settings/store';
import { arxivId, facts, NOW_MS } from '../../../support/builders';
import { allPapers, freshDatabase } from '../../../support/database';
import { relatedOn } from '../../../support/related/related-service';

let open: OpenDatabase;
let log: string[];

beforeEach(() => {
  fakeBrowser.reset();
  open = freshDatabase();
  log = [];
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 1234 }) } });
});

/** Notes a call when it ends, so that the log shows who waits for whom. */
const noted =
  <TArguments extends readonly unknown[], T>(name: string, call: (...parameters: TArguments) => Promise<T>) =>
  async (...parameters: TArguments): Promise<T> => {
    await new Promise((resolve) => setImmediate(resolve));
    const result = await call(...parameters);
    log.push(name);
    return result;
  };
const nothing = async () => undefined;

/**
 * Real stores with one paper in the feed, one saved, a fill, a setting and a tab; what fills the feed is
 * fake.
 */
async function start(overrides: Partial<StoredDataOptions> = {}) {
  const { index, commit } = relatedOn(open);
  const list = createReadingList({ open, mirror, now: () => NOW_MS, onChange: nothing });
  await commit([facts()]);
  await list.save(facts(), 'reading');
  await putJob(await open(), firstJob('arxiv/fill/cs.LG'));
  await updateSettings({ theme: 'dark' });
  const ref = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'abstract' } as const;
  await tabPapers.put({ tabId: 7, token: 'token', ref, isPrivate: false });
  const data = createStoredData({
    open,
    sources: [{ id: 'hf-daily' }],
    sync: { runNow: noted('sync.runNow', nothing), stop: noted('sync.stop', nothing) },
    starter: {
      ensure: () => ({ first: noted('starter.first', nothing)(), whole: Promise.resolve() }),
      stop: noted('starter.stop', nothing),
    },
    index: { clear: noted('index.clear', () => index.clear()) },
    readingList: { clear: noted('readingList.clear', () => list.clear()), count: list.count },
    announceFeed: noted('announce', nothing),
    ...overrides,
  });
  return { data, list };
}

const broken = (name: string) => async () => {
  log.push(`${name} fails`);
  throw new Error(`${name} is broken`);
};

describe('usage', () => {
  it('counts what is stored', async () => {
    const { data } = await start();
    expect(await data.usage()).toEqual({ usedBytes: 1234, papers: 1, editions: 0, saved: 1 });
  });
});

describe('clearFeed', () => {
  it('stops what fills the feed, clears it, fills it from the package, and then syncs', async () => {
    const { data, list } = await start();
    await data.clearFeed();
    await expect
      .poll(() => log)
      .toEqual(['sync.stop', 'starter.stop', 'index.clear', 'starter.first', 'announce', 'sync.runNow']);
    expect(await allPapers(await open())).toEqual([]);
    expect((await list.list()).papers).toHaveLength(1);
    expect(await mirror.read()).toHaveLength(1);
    expect(await readSettings()).toMatchObject({ theme: 'dark' });
  });

  it.each<[string, Partial<StoredDataOptions>, number]>([
    ['the sync', { sync: { runNow: nothing, stop: broken('sync') } }, 1],
    ['the index', { index: { clear: broken('index') } }, 1],
    ['the announcement', { announceFeed: broken('announcement') }, 0],
  ])('tells a failure of %s, and loses nothing of the reading list', async (_, overrides, papers) => {
    const { data, list } = await start(overrides);
    await expect(data.clearFeed()).rejects.toThrow('is broken');
    expect(await allPapers(await open())).toHaveLength(papers);
    expect((await list.list()).papers).toHaveLength(1);
    expect(await mirror.read()).toHaveLength(1);
  });
});

describe('deleteAll', () => {
  it('leaves nothing of feed, reading list, mirror, fills, settings and open tabs', async () => {
    const { data, list } = await start();
    await data.deleteAll();
    expect(log).toEqual(['sync.stop', 'starter.stop', 'readingList.clear', 'index.clear', 'announce']);
    expect(await allPapers(await open())).toEqual([]);
    expect((await list.list()).papers).toEqual([]);
    expect(await (await open()).count('saved')).toBe(0);
    expect(await jobsOf(await open(), 'arxiv')).toEqual([]);
    expect(await browser.storage.local.get(null)).toEqual({});
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('deletes nothing else when the reading list cannot be deleted', async () => {
    const { data } = await start({ readingList: { clear: broken('list'), count: async () => 1 } });
    await expect(data.deleteAll()).rejects.toThrow('list is broken');
    expect(log).toEqual(['sync.stop', 'starter.stop', 'list fails']);
    expect(await allPapers(await open())).toHaveLength(1);
    expect(await mirror.read()).toHaveLength(1);
    expect(await readSettings()).toMatchObject({ theme: 'dark' });
  });

  it('is completed by a second call after the feed could not be cleared', async () => {
    const { index } = relatedOn(open);
    let isBroken = true;
    const { data, list } = await start({
      index: { clear: () => (isBroken ? broken('index')() : index.clear()) },
    });
    await expect(data.deleteAll()).rejects.toThrow('index is broken');
    expect((await list.list()).papers).toEqual([]);
    expect(await readSettings()).toMatchObject({ theme: 'dark' });

    isBroken = false;
    await data.deleteAll();
    expect(await data.usage()).toMatchObject({ papers: 0, saved: 0 });
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});
