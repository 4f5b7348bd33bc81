// @vitest-environment jsdom
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WatchAddress } from '../../../../components/sidebar/use-panel';
import { SidebarScreen } from '../../../../components/sidebar/SidebarScreen';
import { AppError } from '../../../../lib/errors';
import type { PanelAddress, PanelOpening } from '../../../../lib/messages/protocol';
import type { PaperIds, PaperKey } from '../../../../lib/model/paper/paper';
import type { MoreAnswer, MorePaper } from '../../../../lib/model/more-related';
import { RELATED_AT_ONCE, RELATED_LIMIT } from '../../../../lib/model/related';
import { savedStateOf, type SavedState } from '../../../../lib/model/saved';
import { PROVIDERS } from '../../../../lib/providers/descriptions';
import type { Settings } from '../../../../lib/settings/settings';
import { accessibilityProblems } from '../../../support/ui/axe';
import { NOW_MS } from '../../../support/builders';
import { type Answers, failing, fakeOutside, inside, never } from '../../../support/ui/outside';
import {
  feedStatus,
  panelPaper,
  paper,
  relatedAnswer,
  relatedPaper,
  savedPaper,
  sourceStatus,
} from '../../../support/ui/papers';

const at =
  (address: PanelAddress): WatchAddress =>
  (callback) => {
    callback(address);
    return () => undefined;
  };
const inPage = at({ token: 'abc' });
const inPanel = at({ tabId: 7 });

const READY: Answers = {
  'panel.paper': () => panelPaper(),
  'related.find': () => relatedAnswer([relatedPaper(1), relatedPaper(2)]),
  'feed.status': () => feedStatus(),
  'reading.states': () => [savedStateOf(savedPaper(2, { state: 'done' }))],
  'reading.save': () => savedPaper(1),
};

function show(
  answers: Answers = {},
  watchAddress = inPage,
  settings: Partial<Settings> = {},
  opening: PanelOpening | null = null,
) {
  const outside = fakeOutside({ ...READY, ...answers }, settings);
  const view = render(
    <SidebarScreen
      watchAddress={watchAddress}
      opening={opening}
      libraryUrl="/library.html"
      providers={PROVIDERS}
    />,
    { wrapper: inside(outside) },
  );
  return { ...view, outside, askedFor: outside.askedFor };
}

const running = feedStatus([sourceStatus({ kind: 'running', done: 3, total: 9 })], 0);
const failed = feedStatus(
  [sourceStatus({ kind: 'failed', code: 'network', retryAtMs: NOW_MS + 300_000, atMs: NOW_MS })],
  0,
);
const nothing = { 'related.find': () => relatedAnswer([], 0) };

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS }));
describe('SidebarScreen', () => {
  it('switches the site off in one click', async () => {
    const { askedFor } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Switch Paperkin off on this site' }));
    expect(askedFor('panel.switchOff')).toEqual([{ name: 'panel.switchOff', request: { token: 'abc' } }]);
  });

  it('shows the paper, its topics, and the related papers with their reasons', async () => {
    show();

    await screen.findByRole('heading', { name: 'Paper number 9' });
    screen.getByText('In your feed since 9 June');
    const list = await screen.findByRole('list', { name: 'Related papers' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first?.querySelector('.why')?.textContent).toBe('shares coding agents');
    expect(within(list).getByRole('link', { name: 'Paper number 1' })).toMatchObject({
      href: 'https://arxiv.org/abs/2606.00001',
      rel: 'noreferrer',
      target: '_blank',
    });
    screen.getByText('2 of 1,000');
    expect(screen.getByRole('contentinfo').textContent).toContain('Feed updated 2 h ago.');
  });

  it('draws at once what the worker said at opening, and asks for no more than the other papers', async () => {
    const items = Array.from({ length: RELATED_AT_ONCE }, (_, position) => relatedPaper(position + 1));
    const opening = {
      address: { token: 'abc' },
      panel: panelPaper(),
      related: { ...relatedAnswer(items), found: RELATED_LIMIT },
    };
    const { outside } = show({}, inPage, {}, opening);
    screen.getByRole('heading', { name: 'Paper number 9' });
    expect(screen.getAllByRole('link', { name: /^Paper number [1-6]$/ })).toHaveLength(items.length);
    await waitFor(() => expect(outside.asked.map(({ name }) => name)).toContain('related.find'));
    const asked = outside.asked.filter(({ name }) => ['panel.paper', 'related.find'].includes(name));
    expect(asked).toMatchObject([{ name: 'related.find', request: { limit: RELATED_LIMIT } }]);
    expect(asked[0]?.request).not.toHaveProperty('atOnce');
  });

  it('asks again in the order and for the topic that was clicked', async () => {
    const { askedFor } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Newest' }));
    await userEvent.click(screen.getByRole('button', { name: 'code search' }));

    expect(screen.getByRole('button', { name: 'Newest' }).getAttribute('aria-pressed')).toBe('true');
    expect(askedFor('related.find').at(-1)?.request).toMatchObject({
      sort: 'newest',
      topic: 'code search',
    });
  });

  it('saves, changes the state, removes, and undoes', async () => {
    const { askedFor } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(askedFor('reading.save')[0]?.request).toMatchObject({ state: 'to-read' });

    await userEvent.selectOptions(screen.getByRole('combobox'), 'Reading');
    expect(askedFor('reading.save')[1]?.request).toMatchObject({ state: 'reading' });

    await userEvent.click(screen.getByRole('button', { name: 'Save: Paper number 9' }));
    expect(askedFor('reading.remove')[0]?.request).toEqual({ key: 'arxiv:2606.00009' });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(askedFor('reading.restore')[0]?.request).toEqual({ key: 'arxiv:2606.00009' });
  });

  it('takes a save back, and says why, when it fails', async () => {
    show({ 'reading.save': failing('storage-full') });
    await userEvent.click(await screen.findByRole('button', { name: 'Save: Paper number 1' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    const button = screen.getByRole('button', { name: 'Save: Paper number 1' });
    expect(button.getAttribute('aria-pressed')).toBe('false');
  });

  it('shows related papers of the reading list as saved', async () => {
    show();
    const button = await screen.findByRole('button', { name: 'Save: Paper number 2' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
  });

  it('ranks, lists and reads nothing anew for a bookmark: only the states are asked again', async () => {
    const items = Array.from({ length: RELATED_LIMIT }, (_, index) => {
      const number = index + 10;
      const ids = { arxiv: `2606.000${number}` } as unknown as PaperIds; // A brand that only its parser makes.
      const key = `arxiv:2606.000${number}` as PaperKey; // As above.
      return relatedPaper(1, { paper: paper({ key, ids, title: `Paper number ${number}` }) });
    });
    const states: SavedState[] = [];
    const { outside, container } = show({
      'related.find': ({ atOnce }) => ({ ...relatedAnswer(items), items: items.slice(0, atOnce) }),
      'reading.states': () => [...states],
    });
    // By label and attribute: roles and names of 24 rows take a busy machine seconds.
    await waitFor(() => expect(container.querySelectorAll('.row')).toHaveLength(RELATED_LIMIT));
    const button = screen.getByLabelText('Save: Paper number 33');
    const saved = () => [...container.querySelectorAll('.row [aria-pressed="true"]')];
    await waitFor(() => expect(outside.asked.map(({ name }) => name)).toContain('feed.status'));
    const before = outside.asked.length;

    act(() => button.click());
    expect(saved()).toEqual([button]);
    states.push({ keys: ['arxiv:2606.00033' as PaperKey], state: 'to-read' }); // As above.
    act(() => outside.announce({ feed: 0, reading: 1 }));
    await waitFor(() => expect(outside.asked).toHaveLength(before + 2));

    expect(outside.asked.slice(before).map(({ name }) => name)).toEqual(['reading.save', 'reading.states']);
    await waitFor(() => expect(saved()).toEqual([button]));
  });

  it('closes with Esc and its button in a page, and has neither in the browser’s panel', async () => {
    const { askedFor, unmount } = show();
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    await userEvent.keyboard('{Escape}');
    expect(askedFor('panel.close')).toHaveLength(2);
    unmount();

    const panel = show({}, inPanel);
    await screen.findByRole('heading', { name: 'Paper number 9' });
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    expect(panel.askedFor('panel.close')).toHaveLength(0);
  });

  it('fills in by itself when the feed has come in', async () => {
    let answer = relatedAnswer([], 0);
    const { outside } = show({ 'related.find': () => answer, 'feed.status': () => running });
    expect((await screen.findAllByText(/Syncing, 3 of 9/)).length).toBeGreaterThan(0);

    answer = relatedAnswer([relatedPaper(1)]);
    outside.announce({ feed: 1, reading: 0 });

    await screen.findByRole('list', { name: 'Related papers' });
  });

  it('says that the feed is old', async () => {
    show({
      'feed.status': () =>
        feedStatus([sourceStatus(undefined, { lastSuccessAtMs: NOW_MS - 80 * 3_600_000 })]),
    });
    await screen.findByText('3 days old');
    screen.getByText(/Feed updated 7 June\./);
  });

  it('says that it is offline', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    show();
    await screen.findByText(/You are offline/);
  });

  it('narrows to a topic without papers and widens again', async () => {
    show({
      'related.find': ({ topic }) => relatedAnswer(topic === undefined ? [relatedPaper(1)] : []),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'code search' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Show all related papers' }));
    await screen.findByRole('list', { name: 'Related papers' });
  });

  it.each<[string, Answers, RegExp]>([
    ['related papers', {}, /2 of 1,000/],
    ['no paper', { 'panel.paper': () => null }, /No paper here/],
    ['a paper that could not be read', { 'panel.paper': failing('storage') }, /could not be read/],
    [
      'a paper without a title',
      { 'panel.paper': () => panelPaper({ paper: { ...panelPaper().paper, title: '' } }) },
      /No title yet/,
    ],
    ['a paper that is not in the feed', { 'panel.paper': () => unknown() }, /Not in your feed/],
    ['a look-up under way', { 'related.find': never }, /Looking up/],
    ['a failed look-up', { 'related.find': failing('storage') }, /The look-up failed/],
    ['a first sync', { ...nothing, 'feed.status': () => running }, /Fetching your feed.*Syncing, 3 of 9/],
    ['an empty feed of unknown state', { ...nothing, 'feed.status': never }, /Looking up/],
    ['related papers while a sync runs', { 'feed.status': () => running }, /2 of 1,000.*Paper number 1/],
    ['an empty feed', { ...nothing, 'feed.status': () => feedStatus([], 0) }, /Nothing has been fetched/],
    ['a failed feed', { ...nothing, 'feed.status': () => failed }, /No connection.*Next try in 5 min/],
    ['no related paper', { 'related.find': () => relatedAnswer([]) }, /Nothing close/],
  ])('is accessible with %s', async (_, answers, words) => {
    const { container } = show(answers);
    await waitFor(() => expect(container.textContent).toMatch(words));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

function unknown() {
  const { inFeedSince: _, ...panel } = panelPaper();
  return panel;
}

/** A paper as a service gives it. */
function morePaper(number: number, overrides: Partial<MorePaper> = {}): MorePaper {
  const { key: _key, addedAtMs: _added, provenance: _provenance, ...known } = paper({}, number);
  return {
    facts: { ...known, title: `Their paper number ${number}` },
    link: `https://example.org/${number}`,
    citations: 3,
    isInFeed: false,
    ...overrides,
  };
}

describe('more from all of arXiv', () => {
  const answer: MoreAnswer = {
    provider: 'semantic-scholar',
    items: [morePaper(1), morePaper(5), morePaper(6, { isInFeed: true }), morePaper(9)],
    askedAtMs: NOW_MS - 7_200_000,
  };
  const on = { providersOn: ['semantic-scholar'] } as const;

  it('asks nothing while it is off, says what would be sent, and switches on in the click', async () => {
    const { outside, askedFor } = show({ 'related.more': () => null });
    await userEvent.click(await screen.findByRole('button', { name: 'How it works' }));
    screen.getByText(/api\.semanticscholar\.org is sent the id of the paper/);
    expect(screen.getAllByText('arXiv:2606.00009')).toHaveLength(2);
    expect(askedFor('related.more')).toEqual([]);
    expect(outside.permissions.asked).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: 'Switch on Semantic Scholar' }));
    expect(outside.permissions.asked).toEqual(['https://api.semanticscholar.org/*']);
    await screen.findByRole('button', { name: 'Ask Semantic Scholar' });
    expect(askedFor('related.more').map(({ request }) => request)).toEqual([
      expect.objectContaining({ canAsk: false }),
    ]);
  });

  it('asks on a click, and lists what the feed’s list lacks', async () => {
    let isAsked = false;
    const { askedFor, container } = show(
      {
        'related.more': ({ canAsk }) => {
          isAsked ||= canAsk;
          return isAsked ? answer : null;
        },
      },
      inPage,
      on,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Ask Semantic Scholar' }));
    const list = await screen.findByRole('list', { name: 'Related papers from Semantic Scholar' });

    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    within(list).getByText('in your feed');
    screen.getByText('2 papers from Semantic Scholar, asked 2 h ago; 2 others are above.');
    expect(
      askedFor('related.more').filter(({ request }) => (request as { canAsk: boolean }).canAsk),
    ).toHaveLength(1);
    expect(await accessibilityProblems(container)).toEqual([]);

    await userEvent.click(within(list).getByRole('button', { name: 'Save: Their paper number 5' }));
    expect(askedFor('reading.save')[0]?.request).toMatchObject({ paper: { title: 'Their paper number 5' } });
  });

  it('shows the answer to a click even when nothing of it is kept, as in a private window', async () => {
    show({ 'related.more': ({ canAsk }) => (canAsk ? answer : null) }, inPage, on);
    await userEvent.click(await screen.findByRole('button', { name: 'Ask Semantic Scholar' }));
    await screen.findByText('Their paper number 5');
  });

  it.each<[AppError['code'], RegExp]>([
    [
      'rate-limited',
      /readers without a key share one quota\. Try again in a minute, or enter a free API key/,
    ],
    ['no-permission', /Switch it on again and allow it/],
    ['network', /No connection/],
  ])('says in plain words that a question failed: %s', async (code, words) => {
    const failed = ({ canAsk }: { canAsk: boolean }) => {
      if (canAsk) throw new AppError(code, 'made to fail');
      return null;
    };
    show({ 'related.more': failed }, inPage, on);
    await userEvent.click(await screen.findByRole('button', { name: 'Ask Semantic Scholar' }));
    await screen.findByText(words);
    screen.getByRole('list', { name: 'Related papers' });
  });

  it('says that a service does not know the paper', async () => {
    show({ 'related.more': () => ({ ...answer, items: [] }) }, inPage, on);
    await screen.findByText(/Semantic Scholar knows no related papers yet, asked 2 h ago/);
  });

  it('is not offered for a paper without any id', async () => {
    const unknown = panelPaper();
    show({ 'panel.paper': () => ({ ...unknown, paper: { ...unknown.paper, ids: {} } }) });
    await screen.findByRole('list', { name: 'Related papers' });
    expect(screen.queryByRole('heading', { name: 'More from all of arXiv' })).toBeNull();
  });
});
