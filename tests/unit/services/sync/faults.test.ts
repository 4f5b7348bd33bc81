import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE } from '../../../../lib/model/dates';
import type { FeedErrorCode } from '../../../../lib/model/feed/request';
import { REFRESH_MS } from '../../../../lib/services/sync/job';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import {
  bodyInstead,
  type FaultResponder,
  gzipBomb,
  hang,
  htmlInstead,
  offline,
  rateLimited,
  redirectLoop,
  resetInBody,
  statusInstead,
  truncated,
  wrongCharset,
} from '../../../../tools/replay/faults';
import { sampleLibrary } from '../../../../tools/replay/sample-library';
import { type ReplayServer, startReplayServer } from '../../../../tools/replay/server';
import type { DailyItem, ReplayLibrary } from '../../../../tools/replay/types';
import { replayFetch } from '../../../support/feed/replay-fetch';
import { DEADLINE_MS, type ReplayWorld, replayWorld } from '../../../support/feed/replay-world';

const LISTS = { host: 'huggingface.co', path: /^\/api\/daily_papers/ };
const DAYS = { host: 'huggingface.co', path: /^\/api\/daily_papers\?date=/ };

let server: ReplayServer;
let world: ReplayWorld;
/** Where requests go to: a port where nobody listens refuses them. */
let port: number;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  server = await startReplayServer(withForeignName(sampleLibrary()));
  ({ port } = server);
  world = replayWorld(server, [hfDaily], {
    nowMs: Date.parse(`${server.library.editionDates[0]}T20:00:00Z`),
    fetch: (...request) => replayFetch({ ...server, port })(...request),
  });
  world.settings = { ...world.settings, historyMonths: 1 };
  await world.runDue();
});
afterEach(() => server.close());

/** The newest day with a paper whose author needs more than ASCII. */
function withForeignName(library: ReplayLibrary): ReplayLibrary {
  const [newest] = library.editionDates;
  return {
    ...library,
    edition(date) {
      const [first, ...others] = library.edition(date);
      if (date !== newest || first === undefined) return library.edition(date);
      const authors = [{ name: 'Zoë Schrödinger' }, { name: 'Günther Möß' }];
      return [{ ...first, paper: { ...first.paper, authors } }, ...others];
    },
  };
}

/** Nothing that was cached is missing or changed. */
async function expectKept(before: ReadonlyMap<string, string>): Promise<void> {
  const after = await world.stored();
  expect([...before].filter(([key, record]) => after.get(key) !== record)).toEqual([]);
}

/** The run after a fault is mended, when the alarm says. */
async function expectNextRunSucceeds(): Promise<void> {
  world.nowMs = Math.max(world.nowMs, world.alarmMs);
  const fromMs = world.nowMs;
  await world.runDue();
  const job = await world.job();
  expect(job).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' }, failures: 0, skipped: [] });
  expect(job?.lastSuccessAtMs).toBeGreaterThanOrEqual(fromMs);
}

describe('a server', () => {
  it.each<[string, FaultResponder, FeedErrorCode, number]>([
    ['drops the connection', offline(), 'network', 0],
    ['is reset in mid-body', resetInBody(), 'network', 0],
    ['redirects in a circle', redirectLoop(), 'network', 0],
    ['hangs', hang(), 'timeout', 0],
    ['answers 403', statusInstead(403), 'blocked', 0],
    ['answers 404', statusInstead(404), 'not-found', 0],
    ['answers 429', rateLimited(), 'rate-limited', 10 * MINUTE],
    ['answers 429 with Retry-After', rateLimited(3600), 'rate-limited', HOUR],
    ['answers 500', statusInstead(500), 'server-error', 0],
    ['answers 503 with HTML', statusInstead(503), 'server-error', 0],
    ['answers 503 with Retry-After', statusInstead(503, { 'retry-after': '7200' }), 'server-error', 2 * HOUR],
    ['answers 200 with HTML', htmlInstead(), 'wrong-format', 0],
    ['cuts its JSON off', truncated(), 'wrong-format', 0],
    ['answers with another JSON', bodyInstead('{"error": "moved"}'), 'wrong-format', 0],
    ['sends a gigabyte', gzipBomb(), 'too-large', 0],
  ])(
    'that %s: all stays, it is told as it is, and the next due run succeeds',
    async (_, fault, code, restMs) => {
      const before = await world.stored();
      world.nowMs += REFRESH_MS;
      const mend = server.fault(LISTS, fault);
      world.deadlineMs = code === 'timeout' ? 500 : DEADLINE_MS;
      await world.runDue();

      await expectKept(before);
      const { state } = (await world.job()) ?? {};
      expect(state).toMatchObject({ kind: 'failed', code });
      const retryInMs = (state?.kind === 'failed' ? state.retryAtMs : 0) - world.nowMs;
      expect(retryInMs).toBeGreaterThanOrEqual(Math.max(restMs, 40_000));
      expect(world.alarmMs - world.nowMs).toBeGreaterThanOrEqual(Math.max(restMs, 40_000));

      mend();
      world.deadlineMs = DEADLINE_MS;
      await expectNextRunSucceeds();
      await expectKept(before);
    },
  );

  it('that refuses connections', async () => {
    const before = await world.stored();
    world.nowMs += REFRESH_MS;
    const closed = await startReplayServer(sampleLibrary());
    await closed.close();
    ({ port } = closed);
    await world.runDue();
    await expectKept(before);
    expect(await world.job()).toMatchObject({ state: { kind: 'failed', code: 'network' } });

    ({ port } = server);
    await expectNextRunSucceeds();
  });

  it('that sends another charset than it says is read anyway', async () => {
    const before = await world.stored();
    expect([...before.values()].join()).toContain('Zoë Schrödinger');
    world.nowMs += REFRESH_MS;
    const mend = server.fault(LISTS, wrongCharset());
    await world.runDue();
    await expectKept(before);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
    mend();
    world.nowMs = world.alarmMs;
    await expectNextRunSucceeds();
  });

  it('that sends half of a day makes no day smaller and causes no failure', async () => {
    const [newest] = server.library.editionDates;
    const before = await world.stored();
    world.nowMs += REFRESH_MS;
    const items = newest === undefined ? [] : server.library.edition(newest);
    server.fault(
      { ...DAYS, path: new RegExp(`date=${newest}`) },
      bodyInstead(JSON.stringify(items.slice(0, 1))),
    );
    await world.runDue();
    await expectKept(before);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
  });
});

describe('a list', () => {
  const [good] = sampleLibrary().edition(sampleLibrary().editionDates[0] ?? ('' as never)); // The sample has one.
  const { paper, ...outer }: DailyItem = good ?? { paper: { id: '' } };
  const withPaper = (change: object): unknown => ({ ...outer, paper: { ...paper, ...change } });

  it.each<[string, unknown, string | null]>([
    ['a text', 'not even a record', 'not-an-object'],
    ['a paper whose id is none', withPaper({ id: 'x/../y' }), 'no-id'],
    ['no outer fields', { paper }, null],
    [
      '664 authors',
      withPaper({ authors: Array.from({ length: 664 }, (_, at) => ({ name: `A ${at}` })) }),
      null,
    ],
    [
      'fields of other types',
      withPaper({ upvotes: '12', ai_keywords: 'x', githubRepo: 7, organization: [] }),
      null,
    ],
  ])('with %s keeps its other papers, and counts what it left out', async (_, odd, reason) => {
    const before = await world.stored();
    world.nowMs += REFRESH_MS;
    const others = [1, 2].map((number) =>
      withPaper({ id: `2606.7700${number}`, title: `Paper ${number} of the list` }),
    );
    const [newest] = server.library.editionDates;
    const mend = server.fault(
      { ...DAYS, path: new RegExp(`date=${newest}`) },
      bodyInstead(JSON.stringify([odd, ...others])),
    );
    await world.runDue();

    const after = await world.stored();
    expect([after.has('arxiv:2606.77001'), after.has('arxiv:2606.77002')]).toEqual([true, true]);
    expect([...before.keys()].filter((key) => !after.has(key))).toEqual([]);
    const job = await world.job();
    expect(job?.dropped).toEqual(reason === null ? [] : [{ reason, count: 1 }]);
    expect(job).toMatchObject({ state: { kind: 'waiting', reason: 'schedule' } });
    mend();
    world.nowMs = world.alarmMs;
    await expectNextRunSucceeds();
  });
});
