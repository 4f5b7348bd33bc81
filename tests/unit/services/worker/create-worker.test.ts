import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { commitFeed } from '../../../../lib/db/feed';
import { findJob } from '../../../../lib/db/sync';
import { tabPapers } from '../../../../lib/db/tab-papers';
import { SECOND } from '../../../../lib/model/dates';
import { createWorker } from '../../../../lib/services/worker/create-worker';
import { updateSettings } from '../../../../lib/settings/store';
import { sources } from '../../../../lib/sources';
import { arxivId, facts } from '../../../support/builders';
import { allPapers } from '../../../support/database';
import { commitOf } from '../../../support/related/feed-index';
import { dailyPapers, workerEvents, workerWorld, type WorkerWorld } from '../../../support/worker-world';

const DAILY = 'https://huggingface.co/';
const LATEST = `${DAILY}api/daily_papers?limit=100`;
const ABSTRACT_TAB = { id: 7, url: 'https://arxiv.org/abs/2606.00001' };
const PDF_TAB = { id: 7, url: 'https://arxiv.org/pdf/2606.00001' };
const never = () => new Promise<never>(() => undefined);

/** A worker in which no time passes: it does only what it is woken for, as far as that goes without a pause. */
function startIdle(world: WorkerWorld): void {
  createWorker({ ...world.outside(), wait: never });
}

/** A worker that is not started by itself: only its first pause, after which it looks around, never ends. */
function startWoken(world: WorkerWorld): void {
  const { wait, ...outside } = world.outside();
  let waits = 0;
  createWorker({ ...outside, wait: (durationMs) => (waits++ === 0 ? never() : wait(durationMs)) });
}

const papers = async (world: WorkerWorld) => allPapers(await world.open());
const askedOfDaily = ({ asked }: WorkerWorld) => asked.filter((url) => url.startsWith(DAILY));
const dailyJob = async (world: WorkerWorld) => findJob(await world.open(), 'hf-daily');
const installed = (reason: string) => fakeBrowser.runtime.onInstalled.trigger({ reason } as never); // What is read of it.
const fires = (name: string) => fakeBrowser.alarms.onAlarm.trigger({ name } as never); // As above.
const openPages = async () => (await browser.tabs.query({})).map(({ url }) => url);

describe('a worker just started', () => {
  it('has added every listener before its first pause', () => {
    const world = workerWorld();
    startIdle(world);
    const events = workerEvents(world.browser);
    expect(events.filter((event) => !event.hasListeners())).toEqual([]);
  });

  it('goes on with what is due, and puts the scripts right, once it has settled', async () => {
    const world = workerWorld();
    world.browser.granted = ['*://other.example/*'];
    const waits: number[] = [];
    const outside = world.outside();
    createWorker({
      ...outside,
      wait: (durationMs) => {
        waits.push(durationMs);
        return outside.wait(durationMs);
      },
    });
    expect([waits, world.asked, world.browser.registered]).toEqual([[2 * SECOND], [], []]);
    await expect.poll(() => world.asked).toContain(LATEST);
    await expect.poll(() => world.browser.registered.map(({ id }) => id)).toEqual(['probe']);
  });

  it('asks no server while offline, and goes on as soon as it is online', async () => {
    const world = workerWorld();
    world.connection = 'offline';
    startIdle(world);
    await fakeBrowser.runtime.onStartup.trigger();
    await expect
      .poll(async () => findJob(await world.open(), 'hf-daily/history'))
      .toMatchObject({
        state: { kind: 'waiting', reason: 'offline' },
      });
    expect(world.asked).toEqual([]);

    world.connection = 'online';
    world.online();
    await expect.poll(() => askedOfDaily(world)).toEqual([LATEST]);
  });
});

describe('an installation', () => {
  it('opens the welcome page, makes the menu, and fills the feed from the package before a sync', async () => {
    const world = workerWorld();
    let papersAtFirstRequest = 0;
    world.respond = async () => {
      papersAtFirstRequest ||= (await papers(world)).length;
      return '[]';
    };
    startIdle(world);
    await installed('install');

    await expect.poll(() => askedOfDaily(world)).toEqual([LATEST]);
    await expect.poll(() => papersAtFirstRequest).toBe(3);
    expect(await openPages()).toContainEqual(expect.stringMatching(/\/library\.html#welcome$/));
    expect(world.browser.menu).toMatchObject([{ id: 'toggle-sidebar', contexts: ['action'] }]);
    expect(await world.send('feed.edition', { source: 'hf-daily' })).toMatchObject({ date: '2026-06-09' });
  });

  it('of an update opens nothing, and has one item in the menu again', async () => {
    const world = workerWorld();
    startIdle(world);
    await installed('update');
    await installed('update');
    await expect.poll(() => world.browser.menu).toHaveLength(1);
    expect(await openPages()).not.toContainEqual(expect.stringMatching(/welcome/));
  });

  it('reports what fails, and does the rest', async () => {
    const world = workerWorld();
    const error = vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(browser.contextMenus, 'removeAll').mockRejectedValue(new Error('no menu here'));
    startIdle(world);
    await installed('install');
    await expect.poll(() => askedOfDaily(world)).toEqual([LATEST]);
    expect(error).toHaveBeenCalledWith('[paperkin] worker: menu:', new Error('no menu here'));
  });
});

describe('an alarm', () => {
  it('goes on with a sync where a stopped worker was', async () => {
    const world = workerWorld();
    await updateSettings({ isHistoryPaused: true });
    let isHanging = true;
    world.respond = (url) => {
      if (url === LATEST || url.includes('date=2026-06-09'))
        return Promise.resolve(dailyPapers('2026-06-09', 8, 9));
      return isHanging && url.includes('date=2026-06-08') ? never() : Promise.resolve('[]');
    };
    const first = world.outside();
    createWorker(first);
    await expect.poll(() => world.asked.at(-1)).toContain('date=2026-06-08');
    first.stop();
    const { scheduledTime = 0 } = (await browser.alarms.get('sync')) ?? {};
    expect(scheduledTime).toBeGreaterThan(world.nowMs);
    const asked = world.asked.length;

    isHanging = false;
    startWoken(world);
    await fires('sync');
    await expect.poll(() => dailyJob(world)).toHaveProperty('lastSuccessAtMs');
    expect(world.asked[asked]).toContain('date=2026-06-08');
    expect(world.asked.slice(asked)).not.toContain(LATEST);
    expect(await papers(world)).toHaveLength(5); // Two, and the package's three.
  });

  it('goes on reading papers into the index', async () => {
    const world = workerWorld();
    world.connection = 'offline';
    await commitFeed(await world.open(), commitOf([facts()]), () => []);
    startWoken(world);
    await fires('index');
    await expect.poll(async () => (await world.open()).count('segments')).toBe(1);
  });

  it('of another name does nothing', async () => {
    const world = workerWorld();
    startIdle(world);
    await fires('other');
    expect(world.asked).toEqual([]);
  });
});

describe('a message', () => {
  it('of an extension page comes in by the gate and is answered', async () => {
    const world = workerWorld();
    startIdle(world);
    expect(await world.send('feed.status')).toMatchObject({ papers: 0, sources: { length: sources.length } });
    expect(await world.send('data.usage')).toMatchObject({ usedBytes: 1234, saved: 0 });
    await expect(world.send('feed.search', { text: 'a', limit: -1 })).rejects.toMatchObject({
      code: 'bad-message',
    });
  });

  it('of a paper page is answered where a script of ours may run, and has no more rights than that', async () => {
    const world = workerWorld();
    world.browser.granted = ['*://allowed.example/*'];
    startIdle(world);
    const from = (url: string) => world.sendAs({ id: browser.runtime.id, url, tab: { id: 7 } as never }); // What is read of it.
    const ask = { url: ABSTRACT_TAB.url };
    expect(await from(ABSTRACT_TAB.url)('page.detect', ask)).toMatchObject({ site: { id: 'arxiv' } });
    expect(await from('https://allowed.example/')('page.detect', ask)).toMatchObject({
      site: { id: 'arxiv' },
    });
    await expect(from('https://evil.example/')('page.detect', ask)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(from(ABSTRACT_TAB.url)('reading.export')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('opens the side panel before the first pause, while the click counts', () => {
    const world = workerWorld();
    startIdle(world);
    const sender = { id: browser.runtime.id, url: ABSTRACT_TAB.url, tab: { id: 7 } as never }; // What is read of it.
    void world.sendAs(sender)('page.openSidePanel');
    expect(world.browser.openPanel).toHaveBeenCalledWith({ tabId: 7 });
  });
});

describe('a key or a click in the menu', () => {
  it('shows or hides the sidebar of its tab', () => {
    const world = workerWorld();
    startIdle(world);
    world.browser.onCommand.fire('toggle-sidebar', ABSTRACT_TAB);
    world.browser.onMenuClick.fire({ menuItemId: 'toggle-sidebar' }, PDF_TAB);
    const toggle = [7, { paperkin: 1, name: 'sidebar.toggle' }, { frameId: 0 }];
    expect(world.browser.sendToTab.mock.calls).toEqual([toggle, toggle]);

    world.browser.onCommand.fire('another', ABSTRACT_TAB);
    world.browser.onMenuClick.fire({ menuItemId: 'another' }, ABSTRACT_TAB);
    expect(world.browser.sendToTab).toHaveBeenCalledTimes(2);
  });

  it('opens Firefox’s own sidebar on the PDF of a paper, before the first pause', () => {
    const world = workerWorld();
    const toggle = vi.fn<() => Promise<void>>(async () => undefined);
    Object.defineProperty(browser, 'sidebarAction', { value: { toggle }, configurable: true });
    startIdle(world);
    world.browser.onCommand.fire('toggle-sidebar', PDF_TAB);
    expect(toggle).toHaveBeenCalledTimes(1);
    expect(world.browser.sendToTab).not.toHaveBeenCalled();
  });
});

describe('a change of permissions', () => {
  it('registers scripts, and runs them in the tabs that are open', async () => {
    const world = workerWorld();
    startIdle(world);
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 9 }] as never); // What is read of it.
    world.browser.granted = ['*://other.example/*'];
    world.browser.onPermissionAdded.fire({ origins: ['*://other.example/*'] });
    await expect.poll(() => world.browser.registered).toMatchObject([{ id: 'probe' }]);
    await expect
      .poll(() => world.browser.executeScript)
      .toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 9 }, files: ['probe.js'] }));

    world.browser.granted = [];
    world.browser.onPermissionRemoved.fire({ origins: ['*://other.example/*'] });
    await expect.poll(() => world.browser.registered).toEqual([]);
  });
});

describe('a change of settings', () => {
  it('plans a newly followed category at once', async () => {
    const world = workerWorld();
    startIdle(world);
    await updateSettings({ categories: ['cs.LG'] });
    await expect.poll(() => world.asked).toContain('https://rss.arxiv.org/rss/cs.LG');
    expect(world.asked).not.toContain(LATEST);
  });

  it('sets the history another goal', async () => {
    const world = workerWorld();
    world.connection = 'offline';
    startIdle(world);
    await updateSettings({ historyMonths: 'all' });
    await expect
      .poll(async () => findJob(await world.open(), 'hf-daily/history'))
      .toMatchObject({ goalOn: '2023-05-04' });
  });

  it('takes the scripts out of a site that is switched off', async () => {
    const world = workerWorld();
    world.browser.granted = ['*://other.example/*'];
    startIdle(world);
    await fakeBrowser.runtime.onStartup.trigger();
    await expect.poll(() => world.browser.registered).toHaveLength(1);
    await updateSettings({ sitesOff: ['other.example'] });
    await expect
      .poll(() => world.browser.registered)
      .toMatchObject([{ excludeMatches: expect.arrayContaining(['*://other.example/*']) }]);
  });

  it('of the list that opens first makes that list anew', async () => {
    const world = workerWorld();
    world.connection = 'offline';
    startWoken(world);
    await installed('install');
    const opening = async () => (await browser.storage.local.get('openingList'))['openingList'];
    await expect.poll(() => opening()).toMatchObject({ list: { edition: { source: 'hf-daily' } } });
    await updateSettings({ categories: ['cs.LG'], list: 'arxiv' });
    await expect.poll(() => opening()).toBeUndefined(); // Nothing of arXiv is there yet.
  });
});

describe('a closed tab', () => {
  it('is forgotten', async () => {
    const world = workerWorld();
    startIdle(world);
    const ref = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'abstract' } as const;
    await tabPapers.put({ tabId: 7, token: 'token', ref, isPrivate: false });
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 0, isWindowClosing: false });
    await expect.poll(() => tabPapers.byTab(7)).toBeNull();
  });
});
