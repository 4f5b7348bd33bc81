import { describe, expect, it } from 'vitest';
import { commitFeed } from '../../../../lib/db/feed';
import { providers } from '../../../../lib/providers';
import { NetworkError } from '../../../../lib/errors';
import { MINUTE } from '../../../../lib/model/dates';
import { parseOpenreviewId } from '../../../../lib/model/paper/ids';
import { createMoreRelated, type MoreOptions } from '../../../../lib/services/pages/more-related';
import { DEFAULT_SETTINGS, type Settings } from '../../../../lib/settings/settings';
import { arxivId, facts, NOW_MS } from '../../../support/builders';
import { failWrites, freshDatabase } from '../../../support/database';
import { answeringGet, providerBody } from '../../../support/feed/providers';
import { commitOf } from '../../../support/related/feed-index';

const ids = { arxiv: arxivId('2606.00001') };
const BODY = providerBody('semantic-scholar', 'recommendations.json');
const ON: Partial<Settings> = { providersOn: ['semantic-scholar', 'openalex'] };
const CLICK: MoreOptions = { canAsk: true, isPrivate: false };
const LOOK: MoreOptions = { canAsk: false, isPrivate: false };

function world(answer: string | Error = BODY, stored: Partial<Settings> = ON) {
  const open = freshDatabase();
  const answers: Record<string, string | Error> = { '/forpaper/': answer };
  const { get, asked } = answeringGet(answers);
  const waits: number[] = [];
  const state = { nowMs: NOW_MS, isAllowed: true, settings: { ...DEFAULT_SETTINGS, ...stored } };
  const start = () =>
    createMoreRelated({
      open,
      providers,
      get,
      settings: async () => state.settings,
      isAllowed: async () => state.isAllowed,
      now: () => state.nowMs,
      wait: async (durationMs) => void waits.push(durationMs),
    });
  return { open, answers, asked, waits, state, start, more: start() };
}

describe('a service that is off', () => {
  it.each<[string, MoreOptions]>([
    ['looking', LOOK],
    ['a private window', { canAsk: false, isPrivate: true }],
  ])('is sent nothing by %s', async (_, options) => {
    const { more, asked } = world(BODY, {});

    expect(await more.find('semantic-scholar', ids, options)).toBeNull();
    expect(await more.find('openalex', ids, options)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is sent nothing even when a page says that there was a click', async () => {
    const { more, asked } = world(BODY, { providersOn: ['openalex'] });

    await expect(more.find('semantic-scholar', ids, CLICK)).rejects.toMatchObject({ code: 'switched-off' });
    expect(asked).toEqual([]);
  });

  it('does not show its earlier answers', async () => {
    const { more, state } = world();
    await more.find('semantic-scholar', ids, CLICK);
    state.settings = DEFAULT_SETTINGS;

    expect(await more.find('semantic-scholar', ids, LOOK)).toBeNull();
  });
});

describe('a service that is on', () => {
  it('is sent nothing without a click', async () => {
    const { more, asked } = world();

    expect(await more.find('semantic-scholar', ids, LOOK)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is asked once on a click; the answer is kept over restarts', async () => {
    const { more, start, asked } = world();

    const answer = await more.find('semantic-scholar', ids, CLICK);

    expect(answer).toMatchObject({ provider: 'semantic-scholar', askedAtMs: NOW_MS });
    expect(answer?.items.map(({ facts: { title } }) => title)).toEqual([
      'Agents that map a repository before they edit',
      'Searching code with questions',
      'We start by defining the architecture',
    ]);
    expect(await start().find('semantic-scholar', ids, LOOK)).toEqual(answer);
    expect(asked).toHaveLength(1);
  });

  it('is sent the id and the key, nothing else', async () => {
    const { more, asked } = world(BODY, { ...ON, providerKeys: { 'semantic-scholar': 'my-key' } });

    await more.find('semantic-scholar', ids, CLICK);

    const { url = '', options } = asked[0] ?? {};
    expect(new URL(url).pathname).toBe('/recommendations/v1/papers/forpaper/ARXIV:2606.00001');
    expect(options?.headers).toEqual({ 'x-api-key': 'my-key' });
  });

  it('answers two panels with one request', async () => {
    const { more, asked } = world();

    const both = await Promise.all([
      more.find('semantic-scholar', ids, CLICK),
      more.find('semantic-scholar', ids, CLICK),
    ]);

    expect(both[0]).toEqual(both[1]);
    expect(asked).toHaveLength(1);
  });

  it('leaves nothing behind from a private window', async () => {
    const { more } = world();

    expect((await more.find('semantic-scholar', ids, { canAsk: true, isPrivate: true }))?.items).toHaveLength(
      3,
    );
    expect(await more.find('semantic-scholar', ids, LOOK)).toBeNull();
  });

  it('is not asked as long as the browser does not allow its host', async () => {
    const { more, state, asked } = world();
    state.isAllowed = false;

    await expect(more.find('semantic-scholar', ids, CLICK)).rejects.toMatchObject({ code: 'no-permission' });
    expect(asked).toEqual([]);
  });

  it('is not asked about a paper by an id that it does not know', async () => {
    const { more, asked } = world();

    await expect(
      more.find('semantic-scholar', { openreview: parseOpenreviewId('abcdef') ?? ('' as never) }, CLICK),
    ).rejects.toMatchObject({
      code: 'not-a-paper',
    });
    await expect(more.find('semantic-scholar', {}, CLICK)).rejects.toMatchObject({ code: 'not-a-paper' });
    expect(asked).toEqual([]);
  });

  it('never gives the paper itself, and merges with what the feed knows', async () => {
    const { more, open } = world();
    const known = facts({ ids: { arxiv: arxivId('2606.00011') }, title: 'As the feed has it', upvotes: 9 });
    await commitFeed(await open(), commitOf([known]), () => []);

    const items = (await more.find('semantic-scholar', { arxiv: arxivId('2606.00011') }, CLICK))?.items;
    const others = (await more.find('semantic-scholar', ids, CLICK))?.items;

    expect(items).toHaveLength(2);
    expect(others?.[0]).toMatchObject({
      isInFeed: true,
      citations: 7,
      facts: { title: 'As the feed has it', upvotes: 9, ids: { s2: expect.stringContaining('1') } },
    });
    expect(others?.[1]).toMatchObject({ isInFeed: false });
  });

  it('is asked with a pause between two requests', async () => {
    const { more, waits, state } = world();
    await more.find('semantic-scholar', ids, CLICK);
    state.nowMs += 100;
    await more.find('semantic-scholar', { arxiv: arxivId('2606.00002') }, CLICK);
    state.nowMs += 10_000;
    await more.find('semantic-scholar', { arxiv: arxivId('2606.00003') }, CLICK);

    expect(waits).toEqual([1_000]);
  });

  it('asks OpenAlex for names, then for works', async () => {
    const { more, answers, asked } = world();
    answers['select=id,related_works'] = providerBody('openalex', 'work.json');
    answers['filter=openalex'] = providerBody('openalex', 'works.json');

    expect((await more.find('openalex', ids, CLICK))?.items).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it('takes a paper that the service does not know for an empty answer', async () => {
    const { more } = world(new NetworkError('not-found', '404'));

    expect(await more.find('semantic-scholar', ids, CLICK)).toEqual({
      provider: 'semantic-scholar',
      items: [],
      askedAtMs: NOW_MS,
    });
  });

  it('leaves a service alone that asks for it', async () => {
    const { more, answers, asked, state } = world(new NetworkError('rate-limited', '429'));

    await expect(more.find('semantic-scholar', ids, CLICK)).rejects.toMatchObject({ code: 'rate-limited' });
    answers['/forpaper/'] = BODY;
    await expect(more.find('semantic-scholar', ids, CLICK)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAtMs: NOW_MS + MINUTE,
    });
    expect(asked).toHaveLength(1);

    state.nowMs += MINUTE;
    expect((await more.find('semantic-scholar', ids, CLICK))?.items).toHaveLength(3);
  });

  it.each([new NetworkError('server-error', '503'), new NetworkError('network', 'offline')])(
    'keeps its last answer when asking again fails: %s',
    async (failure) => {
      const { more, answers } = world();
      const first = await more.find('semantic-scholar', ids, CLICK);
      answers['/forpaper/'] = failure;

      await expect(more.find('semantic-scholar', ids, CLICK)).rejects.toMatchObject({ code: failure.code });
      expect(await more.find('semantic-scholar', ids, LOOK)).toEqual(first);
    },
  );

  it('answers although the disk is full', async () => {
    const { more } = world();
    const restore = failWrites('answers');

    const answer = await more.find('semantic-scholar', ids, CLICK);
    restore();

    expect(answer?.items).toHaveLength(3);
  });
});
