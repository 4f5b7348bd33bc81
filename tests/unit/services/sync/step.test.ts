import { beforeEach, describe, expect, it, vi } from 'vitest';
import { editionsOf } from '../../../../lib/db/editions';
import { AppError, NetworkError, NotModifiedError, ParseError } from '../../../../lib/errors';
import type { HttpGet } from '../../../../lib/http';
import { DAY } from '../../../../lib/model/dates';
import { REFRESH_MS } from '../../../../lib/services/sync/job';
import { feedErrorCode } from '../../../../lib/services/sync/step';
import type { ParsedPage } from '../../../../lib/sources/types';
import { quotaExceeded } from '../../../support/database';
import {
  type FakeSource,
  fakeSource,
  page,
  record,
  type ScriptedAnswer,
} from '../../../support/feed/fake-source';
import { syncWorld } from '../../../support/feed/sync-world';

beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue();
});

const DATE = '2026-06-09';
const whole = (...numbers: readonly number[]): ParsedPage => ({
  ...page(numbers.map((number) => record(number, DATE))),
  isWhole: true,
});

/** A source of one day, whose answers a test may change. */
function oneDay(first: ScriptedAnswer) {
  const answers = new Map([[DATE, first]]);
  const source = { ...fakeSource({ plan: [DATE], answers }), answers };
  return { source, world: syncWorld([source]) };
}

/** A server that gives each answer a version. */
const taggedBy =
  (source: FakeSource): HttpGet =>
  async (url, { signal, onValidators }) => {
    onValidators?.({ etag: '"1"' });
    return source.respond(url, signal);
  };

describe('an answer that must not be believed', () => {
  it('is an empty list for a day that had papers: they stay, and the failure is shown', async () => {
    const { source, world } = oneDay(whole(1, 2, 3));
    await world.runDue();
    const before = await world.stored();
    source.answers.set(DATE, whole());
    world.nowMs += REFRESH_MS;
    await world.runDue();
    expect(await world.stored()).toEqual(before);
    expect(await world.job()).toMatchObject({ state: { kind: 'failed', code: 'empty-list' } });

    source.answers.set(DATE, whole(1, 2, 3, 4));
    world.nowMs = world.alarmMs;
    await world.runDue();
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting' } });
    expect((await world.stored()).has('arxiv:2606.00004')).toBe(true);
  });

  it('is believed in the end, though the papers stay', async () => {
    const { source, world } = oneDay(whole(1, 2, 3));
    await world.runDue();
    source.answers.set(DATE, whole());
    world.nowMs += REFRESH_MS;
    for (const _ of [1, 2, 3, 4]) {
      await world.runDue();
      world.nowMs = world.alarmMs;
    }
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting' }, failures: 0 });
    expect((await world.stored()).has('arxiv:2606.00003')).toBe(true);
  });

  it('is a list of which no record can be read: its format has changed', async () => {
    const { world } = oneDay({ ...whole(), dropped: [{ reason: 'not-an-object', count: 17 }] });
    await world.runDue();
    expect(await world.job()).toMatchObject({ state: { kind: 'failed', code: 'wrong-format' } });
  });
});

describe('an empty day', () => {
  it('that never had papers counts as fetched: once the day is over, it is not requested again', async () => {
    const { source, world } = oneDay(whole());
    await world.runDue();
    const database = await world.open();
    expect(await editionsOf(database, 'hf-daily')).toMatchObject([{ date: DATE, papers: [] }]);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting' } });
    expect(source.asked).toEqual([DATE]);
  });
});

describe('an answer that has not changed', () => {
  it('is not sent again: the day counts as fetched and keeps its papers', async () => {
    const { source, world } = oneDay(whole(1, 2));
    const sent: (string | undefined)[] = [];
    const get: HttpGet = async (url, options) => {
      sent.push(options.validators?.etag);
      if (options.validators?.etag === '"1"') throw new NotModifiedError(url);
      return taggedBy(source)(url, options);
    };
    await world.start({ get }).runDue();
    const before = await world.stored();
    world.nowMs += DAY;
    await world.start({ get }).runDue();

    expect(sent).toEqual([undefined, '"1"']);
    expect(source.asked).toEqual([DATE]);
    expect(await world.stored()).toEqual(before);
    expect(await editionsOf(await world.open(), 'hf-daily')).toMatchObject([{ fetchedAtMs: world.nowMs }]);
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting' }, lastSuccessAtMs: world.nowMs });
  });

  it('but called for more requests is fetched whole', async () => {
    const { source, world } = oneDay({ ...page([record(1, DATE)], ['more']) });
    source.answers.set('more', page());
    await world.start({ get: taggedBy(source) }).runDue();
    const urls = await (await world.open()).getAllKeys('validators');
    expect(urls).toEqual(['https://hf-daily.example/more']);
  });

  it('is known only when it was stored', async () => {
    const { source, world } = oneDay(whole(1));
    await world.start({ get: taggedBy(source), commit: () => Promise.reject(new Error('broken')) }).runDue();
    expect(await (await world.open()).count('validators')).toBe(0);
  });
});

describe('an optional answer', () => {
  it('is left out when it is unusable', async () => {
    const { source, world } = oneDay(new Error('a bug of the source'));
    source.isOptional = () => true;
    await world.runDue();
    expect(await world.job()).toMatchObject({ state: { kind: 'waiting' }, skipped: [] });
  });
});

describe('feedErrorCode', () => {
  it.each([
    [new NetworkError('blocked', 'HTTP 403'), 'blocked'],
    [new ParseError('HTML'), 'wrong-format'],
    [new AppError('storage-full', 'Full'), 'storage-full'],
    [quotaExceeded(), 'storage-full'],
    [new DOMException('Closed', 'InvalidStateError'), 'storage'],
    [new AppError('bad-file', 'Not of a feed'), 'unexpected'],
    [new TypeError('a bug'), 'unexpected'],
    ['a text', 'unexpected'],
  ])('of %s is %s', (error, code) => {
    expect(feedErrorCode(error)).toBe(code);
  });
});
