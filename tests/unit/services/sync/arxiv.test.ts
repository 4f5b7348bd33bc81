import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, SECOND } from '../../../../lib/model/dates';
import { arxiv } from '../../../../lib/sources/arxiv/arxiv';
import { sampleLibrary } from '../../../../tools/replay/sample-library';
import { type ReplayServer, startReplayServer } from '../../../../tools/replay/server';
import { day } from '../../../support/builders';
import { replayFetch } from '../../../support/feed/replay-fetch';
import { type ReplayWorld, replayWorld } from '../../../support/feed/replay-world';

/** A Wednesday, noon in New York. */
const NOW_MS = Date.parse('2026-06-10T16:00:00Z');

let server: ReplayServer;
let world: ReplayWorld;
/** Every request by the world's clock. */
let asked: { readonly url: URL; readonly atMs: number }[];

beforeEach(async () => {
  asked = [];
  server = await startReplayServer(sampleLibrary(day('2026-06-10')));
  const fetch = replayFetch(server);
  world = replayWorld(server, [arxiv], {
    nowMs: NOW_MS,
    fetch: (input, init) => {
      asked.push({ url: new URL(input instanceof Request ? input.url : input), atMs: world.nowMs });
      return fetch(input, init);
    },
  });
  world.settings = { ...world.settings, categories: ['cs.LG', 'cs.CL'] };
});
afterEach(() => server.close());

const sync = async () => {
  const from = asked.length;
  await world.runDue();
  return asked.slice(from).map(({ url }) => decodeURIComponent(url.host + url.pathname + url.search));
};
const kinds = (urls: readonly string[]) =>
  urls.map((url) => (url.startsWith('rss.') ? 'feed' : (/submittedDate:(\S+?)&/.exec(url)?.[1] ?? url)));

describe('a sync of arXiv', () => {
  it('asks for the feed and, the first time, for the last week', async () => {
    const week = '[202606030000+TO+202606102359]';
    expect(kinds(await sync())).toEqual(['feed', week, week]);
    expect((await world.stored()).size).toBeGreaterThan(5);
    world.nowMs += DAY;
    const before = await world.stored();
    expect(kinds(await sync())).toEqual(['feed']);
    expect(await world.stored()).toEqual(before);
  });

  it('asks the API for the days that were missed, and only for those', async () => {
    await sync();
    world.nowMs += 12 * DAY;
    const missed = '[202606070000+TO+202606222359]';
    expect(kinds(await sync())).toEqual(['feed', missed, missed]);
  });

  it('asks at most once every 3 s, whatever the host, even across a stop of the worker', async () => {
    world.settings = { ...world.settings, categories: ['cs.LG', 'cs.CL', 'cs.SE', 'cs.AI'] };
    const worker = world.startStoppingAfter(12);
    await Promise.race([worker.stopped, worker.sync.runDue()]);
    await sync();
    expect(asked.length).toBeGreaterThan(3);
    const pauses = asked.slice(1).map(({ atMs }, index) => atMs - (asked[index]?.atMs ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(3 * SECOND);
  });

  it('asks nothing between midnight and one o’clock, and goes on afterwards', async () => {
    world.nowMs = Date.parse('2026-06-10T23:59:56Z');
    expect(kinds(await sync())).toHaveLength(2);
    expect(await world.jobs()).toMatchObject([{ state: { kind: 'waiting', reason: 'quiet-hour' } }]);
    expect(world.alarmMs).toBe(Date.parse('2026-06-11T01:00:00Z'));
    world.nowMs += HOUR / 2;
    expect(await sync()).toEqual([]);
    world.nowMs = world.alarmMs;
    expect(kinds(await sync())).toHaveLength(1);
    expect(await world.jobs()).toMatchObject([{ state: { kind: 'waiting', reason: 'schedule' } }]);
  });

  it('leaves out weekends', async () => {
    world.nowMs = Date.parse('2026-06-12T23:00:00Z');
    await sync();
    expect(world.alarmMs).toBeGreaterThan(Date.parse('2026-06-13T01:00:00Z'));
    world.nowMs = Date.parse('2026-06-13T03:00:00Z');
    await sync();
    expect(world.alarmMs).toBeGreaterThan(Date.parse('2026-06-15T04:30:00Z'));
    expect(world.alarmMs).toBeLessThan(Date.parse('2026-06-15T05:00:00Z'));
  });

  it('fills a category back, month by month', async () => {
    await sync();
    await world.start().startFill('arxiv', 'cs.SE', 2);
    expect(kinds(asked.slice(3).map(({ url }) => decodeURIComponent(url.href)))).toEqual([
      '[202606010000+TO+202606102359]',
      '[202605010000+TO+202605312359]',
      '[202604100000+TO+202604302359]',
    ]);
    const fill = (await world.jobs()).find(({ id }) => id === 'arxiv/fill/cs.SE');
    expect(fill).toMatchObject({ state: { kind: 'done' }, done: 3 });
  });
});
