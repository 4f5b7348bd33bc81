// @vitest-environment jsdom
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PopupScreen } from '../../../../components/popup/PopupScreen';
import type { IsoDate } from '../../../../lib/model/dates';
import type { EditionView, OpeningList } from '../../../../lib/model/feed/lists';
import { savedStateOf } from '../../../../lib/model/saved';
import type { Settings } from '../../../../lib/settings/settings';
import { accessibilityProblems } from '../../../support/ui/axe';
import { type Answers, failing, fakeOutside, inside, never } from '../../../support/ui/outside';
import { edition, feedItem, feedStatus, paper, savedPaper, sourceStatus } from '../../../support/ui/papers';
import { NOW_MS } from '../../../support/builders';

const MONDAY = '2026-06-08' as IsoDate; // A brand that only its parser makes elsewhere.

const READY: Answers = {
  'feed.edition': ({ date }) =>
    date === undefined
      ? edition([feedItem(1, { isNew: true }), feedItem(2)], { previous: MONDAY })
      : edition([feedItem(3)], { date }),
  'feed.status': () => feedStatus(),
  'feed.search': ({ text }) => (text === 'flow' ? [feedItem(4)] : []),
  'feed.since': () => ({ sinceMs: NOW_MS - 3 * 86_400_000, days: [], total: 0 }),
  'reading.states': () => [savedStateOf(savedPaper(2))],
  'reading.save': () => savedPaper(1),
};

function show(answers: Answers = {}, settings: Partial<Settings> = {}, list: OpeningList | null = null) {
  const outside = fakeOutside({ ...READY, ...answers }, settings);
  const opening = list === null ? null : { settings: outside.settings(), list };
  const shown = <PopupScreen opening={opening} libraryUrl="/library.html" />;
  const view = render(shown, { wrapper: inside(outside) });
  return { ...view, outside, askedFor: outside.askedFor };
}

const none = { 'feed.edition': () => null };
const running = feedStatus([sourceStatus({ kind: 'running', done: 3, total: 9 })], 0);
const failed = feedStatus([
  sourceStatus({ kind: 'failed', code: 'blocked', retryAtMs: NOW_MS + 300_000, atMs: NOW_MS }),
]);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS }));
describe('PopupScreen', () => {
  it('shows the newest list and tells the worker that it was seen', async () => {
    const { askedFor } = show();

    await screen.findByRole('heading', { name: 'Tuesday 9 June' });
    screen.getByText('2 papers · 1 new');
    const list = screen.getByRole('list', { name: 'Papers' });
    expect(within(list).getByRole('link', { name: 'Paper number 1' })).toMatchObject({
      href: 'https://arxiv.org/abs/2606.00001',
    });
    expect(within(list).getAllByRole('img', { name: 'New' })).toHaveLength(1);
    await waitFor(() => expect(askedFor('feed.markSeen')).toHaveLength(1));
  });

  it('draws the kept list before the worker answers, and tells that it was seen only then', async () => {
    let answer: (view: EditionView) => void = () => undefined;
    const kept = edition([feedItem(1, { isNew: true }), feedItem(2)]);
    const list = { edition: kept, status: feedStatus(), saved: [savedStateOf(savedPaper(2))] };
    const { outside } = show(
      { 'feed.edition': () => new Promise((resolve) => (answer = resolve)) },
      {},
      list,
    );
    expect(screen.getAllByRole('link', { name: /^Paper number/ })).toHaveLength(2);
    screen.getByText('2 papers · 1 new');
    screen.getByRole('button', { name: 'Save: Paper number 2', pressed: true });
    const asked = () => outside.asked.map(({ name }) => name);
    await waitFor(() => expect(asked()).toContain('feed.edition'));
    expect(asked()).not.toContain('feed.markSeen');
    expect(asked()).not.toContain('feed.since');

    act(() => answer(edition([feedItem(3)])));

    await screen.findByRole('link', { name: 'Paper number 3' });
    expect(screen.queryByRole('link', { name: 'Paper number 1' })).toBeNull();
    await waitFor(() => expect(asked()).toContain('feed.markSeen'));
  });

  it('keeps showing the kept list when the worker fails, with what failed', async () => {
    const list = { edition: edition([feedItem(1)]), status: feedStatus(), saved: [] };
    const { askedFor } = show({ 'feed.edition': failing('storage') }, {}, list);
    await waitFor(() => expect(askedFor('feed.edition')).toHaveLength(1));
    await screen.findByRole('link', { name: 'Paper number 1' });
  });

  it('keeps the marks of new papers when the list is read again', async () => {
    let isNew = true;
    const { outside, askedFor } = show({ 'feed.edition': () => edition([feedItem(1, { isNew })]) });
    await screen.findByRole('img', { name: 'New' });

    isNew = false;
    outside.announce({ feed: 1, reading: 0 });

    await waitFor(() => expect(askedFor('feed.edition')).toHaveLength(2));
    await screen.findByRole('img', { name: 'New' });
  });

  it('goes to the day before, which has no day after it in the cache', async () => {
    show();
    await screen.findByRole('heading', { name: 'Tuesday 9 June' });
    await userEvent.click(screen.getByRole('button', { name: 'Previous day' }));
    await screen.findByRole('heading', { name: 'Monday 8 June' });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next day' }).disabled).toBe(true);
  });

  it('shows the week and the month that hold the day, and goes from one to the next', async () => {
    const { askedFor } = show({
      'feed.edition': ({ span = 'day', date }) =>
        edition([feedItem(1)], { span, date: date ?? MONDAY, previous: '2026-06-01' as IsoDate }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Week' }));
    await screen.findByRole('heading', { name: '8 – 14 June' });
    await userEvent.click(screen.getByRole('button', { name: 'Previous week' }));
    await screen.findByRole('heading', { name: '1 – 7 June' });
    await userEvent.click(screen.getByRole('button', { name: 'Month' }));
    await screen.findByRole('heading', { name: 'June 2026' });
    expect(askedFor('feed.edition').map(({ request }) => request)).toEqual([
      { source: 'hf-daily' },
      { source: 'hf-daily', span: 'week' },
      { source: 'hf-daily', span: 'week', date: '2026-06-01' },
      { source: 'hf-daily', span: 'month', date: '2026-06-01' },
    ]);
  });

  it('shows rankings, which have no date to step from', async () => {
    show({ 'feed.edition': ({ span = 'day' }) => edition([feedItem(1)], { span }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Trending' }));
    await screen.findByRole('heading', { name: 'Trending' });
    expect(screen.queryByRole('button', { name: /Previous/ })).toBeNull();
  });

  it('says of a ranking that it is not fetched yet, and offers to', async () => {
    show({ 'feed.edition': ({ span }) => (span === 'rising' ? null : edition([feedItem(1)])) });
    await userEvent.click(await screen.findByRole('button', { name: 'Rising' }));
    await screen.findByRole('heading', { name: 'Not fetched yet' });
  });

  it('lists what came in since the last visit, day by day, and counts it on the tab', async () => {
    const days = [
      { source: 'hf-daily' as const, date: '2026-06-09' as IsoDate, papers: [feedItem(1)] },
      { source: 'arxiv' as const, date: MONDAY, papers: [feedItem(2)] },
    ];
    const { askedFor } = show({
      'feed.since': () => ({ sinceMs: NOW_MS - 3 * 86_400_000, days, total: 40 }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'New 40' }));
    await screen.findByText('40 papers · you last looked 3 days ago');
    const region = screen.getByRole('region', { name: 'Monday 8 June, arXiv' });
    within(region).getByText('Paper number 2');
    screen.getByText(/38 older papers came in too/);
    await waitFor(() => expect(askedFor('feed.markSeen').length).toBeGreaterThan(0));
  });

  it('tells a paper that is only cross-listed, or no longer listed', async () => {
    const items = [feedItem(1, { announced: 'cross' }), feedItem(2, { isUnlisted: true })];
    show({ 'feed.edition': () => edition(items) });
    await screen.findByText('cross-list');
    screen.getByText('no longer listed');
  });

  it('says what a source without papers waits for', async () => {
    const waiting = sourceStatus(
      { kind: 'waiting', reason: 'quiet-hour', untilMs: NOW_MS + 1_800_000 },
      { papers: 0 },
    );
    show({ 'feed.edition': () => null, 'feed.status': () => feedStatus([waiting], 0) });
    await screen.findByText(/Hugging Face asks not to be used at this hour/);
  });

  it('says that a list came with the package until the first sync is complete', async () => {
    const date = '2026-06-09' as IsoDate;
    const starter = { source: 'hf-daily', date, papers: 8100, origin: 'recorded responses' } as const;
    const { lastSuccessAtMs: _, ...unsynced } = sourceStatus({ kind: 'due' });
    show({ 'feed.status': () => ({ ...feedStatus([unsynced]), starter }) });
    await screen.findByText(/From the starter feed of 9 June/);
  });

  it('saves the list on screen as a file', async () => {
    const names: string[] = [];
    // Jsdom knows no object URLs, and would go where the link leads.
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    URL.createObjectURL = () => 'blob:list';
    URL.revokeObjectURL = () => undefined;
    show();
    const button = await screen.findByRole('button', { name: 'Save this list as a file' });
    await waitFor(() => expect(button).toHaveProperty('disabled', false));
    await userEvent.click(button);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: /Markdown/ })).toBeNull();
    expect(document.activeElement).toBe(button);

    await userEvent.click(button);
    await userEvent.click(screen.getByRole('button', { name: /JSON Feed/ }));
    expect(names).toEqual(['paperkin-hugging-face-day-2026-06-09.feed.json']);
  });

  it('searches after a pause in typing; Esc brings the list back', async () => {
    const { askedFor } = show();
    await screen.findByRole('heading', { name: 'Tuesday 9 June' });
    await userEvent.keyboard('/');
    await userEvent.keyboard('flow');

    await screen.findByText('1 paper, best first');
    expect(askedFor('feed.search').map((call) => call.request)).toEqual([{ text: 'flow', limit: 30 }]);
    screen.getByText('9 Jun 2026');

    await userEvent.keyboard('{Escape}');
    await screen.findByText('Paper number 1');
  });

  it('says that nothing was found', async () => {
    show();
    await userEvent.type(await screen.findByRole('searchbox'), 'zzz');
    await screen.findByText('No cached paper matches “zzz”.');
  });

  it('saves and removes', async () => {
    const { askedFor } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Save: Paper number 1' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save: Paper number 2' }));
    expect(askedFor('reading.save')[0]?.request).toMatchObject({ state: 'to-read' });
    expect(askedFor('reading.remove')[0]?.request).toEqual({ key: 'arxiv:2606.00002' });
  });

  it('lists and searches nothing anew for a bookmark', async () => {
    const { outside } = show();
    await userEvent.type(await screen.findByRole('searchbox'), 'flow');
    const button = await screen.findByRole('button', { name: 'Save: Paper number 4' });
    const before = outside.asked.length;
    await userEvent.click(button);
    outside.announce({ feed: 0, reading: 1 });
    await waitFor(() => expect(outside.asked).toHaveLength(before + 2));
    expect(outside.asked.slice(before).map(({ name }) => name)).toEqual(['reading.save', 'reading.states']);
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
    await screen.findByText('Paper number 1');
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('3');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sync now' }).disabled).toBe(true);
  });

  it('says why a sync did not begin', async () => {
    show({ 'feed.sync': failing('unavailable') });
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Sync now' });
    await waitFor(() => expect(button.disabled).toBe(false));
    await userEvent.click(button);
    await screen.findByText(/Paperkin did not answer/);
  });

  it('fetches the abstract of a paper from the package when it is opened, and only then', async () => {
    const { abstract: _a, ...bare } = paper();
    const starter = {
      ...bare,
      authors: [],
      authorCount: 3,
      provenance: [{ source: 'hf-daily' as const, fetchedAtMs: 0, link: '', isStarter: true as const }],
    };
    let isOnline = false;
    const { askedFor } = show({
      'feed.edition': () => edition([feedItem(1, { paper: starter })]),
      'feed.abstract': () => (isOnline ? 'All of the abstract.' : failing('network')()),
    });
    await screen.findByText('3 authors');
    expect(askedFor('feed.abstract')).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: /Show abstract/ }));
    await screen.findByText(/No connection/);
    isOnline = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('All of the abstract.');
    expect(askedFor('feed.abstract')[0]?.request).toEqual({ key: 'arxiv:2606.00001' });
  });

  it('shows papers that lack almost everything', async () => {
    const { upvotes: _u, comments: _c, abstract: _a, ...bare } = paper();
    const poor = { ...bare, ids: {}, authors: [], authorCount: 0, keywords: [] };
    show({ 'feed.edition': () => edition([feedItem(1, { paper: poor })]) });
    await userEvent.click(await screen.findByRole('button', { name: /Show abstract/ }));
    screen.getByText('No abstract is known.');
    expect(screen.queryByRole('link', { name: 'Paper number 1' })).toBeNull();
  });

  it.each<[string, Answers, RegExp]>([
    ['a list', {}, /2 papers · 1 new/],
    [
      'an old list',
      { 'feed.status': () => feedStatus([sourceStatus(undefined, { lastSuccessAtMs: 0 })]) },
      /days old/,
    ],
    ['a list on its way', { 'feed.edition': never }, /Papers of the day/],
    ['an empty day', { 'feed.edition': () => edition([]) }, /No papers this day/],
    ['a first sync', { ...none, 'feed.status': () => running }, /Fetching the first papers.*Syncing, 3 of 9/],
    ['a first list of unknown state', { ...none, 'feed.status': never }, /Papers of the day/],
    ['a failed feed', { ...none, 'feed.status': () => failed }, /refused the request.*Next try in 5 min/],
    ['nothing cached', { ...none, 'feed.status': () => feedStatus([], 0) }, /No papers yet/],
    ['a list that could not be read', { 'feed.edition': failing('storage') }, /could not be read/],
  ])('is accessible with %s', async (_, answers, words) => {
    const { container } = show(answers, { categories: ['cs.CL'] });
    await waitFor(() => expect(container.textContent).toMatch(words));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
