// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupScreen } from '../../../components/PopupScreen';
import type { IsoDate } from '../../../lib/model/dates';
import type { Settings } from '../../../lib/settings/settings';
import { accessibilityProblems } from '../../support/axe';
import { type Answers, failing, fakeOutside, never } from '../../support/outside';
import { edition, feedItem, feedStatus, NOW_MS, paper, savedPaper, sourceStatus } from '../../support/papers';

const MONDAY = '2026-06-08' as IsoDate; // A brand that only its parser makes elsewhere.

const READY: Answers = {
  'feed.edition': ({ date }) =>
    date === undefined
      ? edition([feedItem(1, { isNew: true }), feedItem(2, { saved: 'to-read' })], { previous: MONDAY })
      : edition([feedItem(3)], { date }),
  'feed.status': () => feedStatus(),
  'feed.search': ({ text }) => (text === 'flow' ? [feedItem(4)] : []),
  'feed.markSeen': () => undefined,
  'feed.sync': () => undefined,
  'reading.save': () => savedPaper(1),
  'reading.remove': () => undefined,
};

function show(answers: Answers = {}, settings: Partial<Settings> = {}) {
  const outside = fakeOutside({ ...READY, ...answers }, settings);
  const view = render(<PopupScreen libraryUrl="/library.html" outside_={outside} />);
  return { ...view, outside, askedFor: (name: string) => outside.asked.filter((call) => call.name === name) };
}

const none = { 'feed.edition': () => null };
const running = feedStatus([sourceStatus({ kind: 'running', done: 3, total: 9 })], 0);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('PopupScreen', () => {
  it('shows the newest list and tells the worker that it was seen', async () => {
    const { askedFor } = show();

    expect(await screen.findByRole('heading', { name: 'Tuesday 9 June' })).toBeDefined();
    expect(screen.getByText('2 papers · 1 new')).toBeDefined();
    const list = screen.getByRole('list', { name: 'Papers' });
    expect(within(list).getByRole('link', { name: 'Paper number 1' })).toMatchObject({
      href: 'https://arxiv.org/abs/2606.00001',
    });
    expect(within(list).getAllByRole('img', { name: 'New' })).toHaveLength(1);
    await waitFor(() => expect(askedFor('feed.markSeen')).toHaveLength(1));
  });

  it('keeps the marks of new papers when the list is read again', async () => {
    let isNew = true;
    const { outside, askedFor } = show({ 'feed.edition': () => edition([feedItem(1, { isNew })]) });
    await screen.findByRole('img', { name: 'New' });

    isNew = false;
    outside.announce({ feed: 1, reading: 0 });

    await waitFor(() => expect(askedFor('feed.edition')).toHaveLength(2));
    expect(await screen.findByRole('img', { name: 'New' })).toBeDefined();
  });

  it('goes to the day before, which has no day after it in the cache', async () => {
    show();
    await screen.findByRole('heading', { name: 'Tuesday 9 June' });
    await userEvent.click(screen.getByRole('button', { name: 'Previous day' }));
    expect(await screen.findByRole('heading', { name: 'Monday 8 June' })).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next day' }).disabled).toBe(true);
  });

  it('searches after a pause in typing; Esc brings the list back', async () => {
    const { askedFor } = show();
    await screen.findByRole('heading', { name: 'Tuesday 9 June' });
    await userEvent.keyboard('/');
    await userEvent.keyboard('flow');

    expect(await screen.findByText('1 paper, best first')).toBeDefined();
    expect(askedFor('feed.search').map((call) => call.request)).toEqual([{ text: 'flow', limit: 30 }]);
    expect(screen.getByText('9 Jun 2026')).toBeDefined();

    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('Paper number 1')).toBeDefined();
  });

  it('says that nothing was found', async () => {
    show();
    await userEvent.type(await screen.findByRole('searchbox'), 'zzz');
    expect(await screen.findByText('No cached paper matches “zzz”.')).toBeDefined();
  });

  it('saves and removes', async () => {
    const { askedFor } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Save: Paper number 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save: Paper number 2' }));
    expect(askedFor('reading.save')[0]?.request).toMatchObject({ state: 'to-read' });
    expect(askedFor('reading.remove')[0]?.request).toEqual({ key: 'arxiv:2606.00002' });
  });

  it('switches between the sources when arXiv categories are chosen, and remembers it', async () => {
    const { outside, askedFor } = show({}, { categories: ['cs.CL'] });
    await userEvent.click(await screen.findByRole('button', { name: 'arXiv' }));
    await waitFor(() => expect(askedFor('feed.edition').at(-1)?.request).toEqual({ source: 'arxiv' }));
    expect(outside.settings().list).toBe('arxiv');
  });

  it('shows Hugging Face’s list when the categories are gone again', async () => {
    const { askedFor } = show({}, { categories: [], list: 'arxiv' });
    await screen.findByRole('heading', { name: 'Tuesday 9 June' });
    expect(askedFor('feed.edition')[0]?.request).toEqual({ source: 'hf-daily' });
    expect(screen.queryByRole('button', { name: 'arXiv' })).toBeNull();
  });

  it('can be used while the first sync runs, and shows how far that is', async () => {
    show({ 'feed.status': () => running });
    expect(await screen.findByText('Paper number 1')).toBeDefined();
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('3');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sync now' }).disabled).toBe(true);
  });

  it('says why a sync did not begin', async () => {
    show({ 'feed.sync': failing('unavailable') });
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Sync now' });
    await waitFor(() => expect(button.disabled).toBe(false));
    await userEvent.click(button);
    expect(await screen.findByText(/Paperkin did not answer/)).toBeDefined();
  });

  it('shows papers that lack almost everything', async () => {
    const { upvotes: _u, comments: _c, abstract: _a, ...bare } = paper();
    const poor = { ...bare, ids: {}, authors: [], authorCount: 0, keywords: [] };
    show({ 'feed.edition': () => edition([feedItem(1, { paper: poor })]) });
    await userEvent.click(await screen.findByRole('button', { name: /Show abstract/ }));
    expect(screen.getByText('No abstract is known.')).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Paper number 1' })).toBeNull();
  });

  it.each<[string, Answers, RegExp]>([
    ['a list', {}, /2 papers · 1 new/],
    ['a list on its way', { 'feed.edition': never }, /Papers of the day/],
    ['an empty day', { 'feed.edition': () => edition([]) }, /No papers this day/],
    ['a first sync', { ...none, 'feed.status': () => running }, /Fetching the first papers/],
    ['nothing cached', { ...none, 'feed.status': () => feedStatus([], 0) }, /No papers yet/],
    ['a list that could not be read', { 'feed.edition': failing('storage') }, /could not be read/],
  ])('is accessible with %s', async (_, answers, words) => {
    const { container } = show(answers, { categories: ['cs.CL'] });
    await waitFor(() => expect(container.textContent).toMatch(words));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
