// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryScreen } from '../../../../components/library/LibraryScreen';
import type { SiteOption } from '../../../../components/library/settings/use-site-access';
import { hostOf } from '../../../../lib/model/access/hosts';
import { PROVIDERS as ALL_PROVIDERS } from '../../../../lib/providers/descriptions';
import type { Settings } from '../../../../lib/settings/settings';
import { day, NOW_MS } from '../../../support/builders';
import { accessibilityProblems } from '../../../support/ui/axe';
import { type Answers, failing, fakeOutside, inside } from '../../../support/ui/outside';
import {
  edition,
  feedItem,
  feedStatus,
  historyStatus,
  savedPaper,
  sourceStatus,
} from '../../../support/ui/papers';

const CATEGORIES = [
  { id: 'cs.CL', name: 'Computation and Language', group: 'Computer Science' },
  { id: 'math.AG', name: 'Algebraic Geometry', group: 'Mathematics' },
];
const site = (name: string, access: SiteOption['access'], origin: string): SiteOption => ({
  id: name.toLowerCase().replace(' ', ''),
  name,
  access,
  host: hostOf(origin),
  origins: [origin],
});
const SITES = [
  site('arXiv', 'required', '*://arxiv.org/*'),
  site('Hugging Face', 'required', 'https://huggingface.co/*'),
  site('OpenReview', 'optional', '*://openreview.net/*'),
];
const PROVIDERS = ALL_PROVIDERS.filter(({ id }) => id === 'semantic-scholar');
const OWN_ORIGINS = ['*://arxiv.org/*', 'https://huggingface.co/*', 'https://rss.arxiv.org/*'];
const READY: Answers = {
  'reading.list': () => ({
    papers: [savedPaper(1), savedPaper(2, { state: 'reading' }), savedPaper(3, { state: 'done' })],
    restored: 0,
  }),
  'reading.save': () => savedPaper(1),
  'reading.export': () => '{}',
  'reading.import': () => ({ added: 2, updated: 0, unchanged: 1, dropped: 0 }),
  'feed.status': () =>
    feedStatus([
      sourceStatus(undefined, { dropped: [{ reason: 'no-title', count: 2 }] }),
      sourceStatus({ kind: 'off' }, { source: 'arxiv', name: 'arXiv' }),
    ]),
  'feed.edition': () => edition([feedItem(1)]),
  'fill.estimate': ({ months }) => ({
    papers: months * 4_000,
    requests: months * 4,
    durationMs: months * 12_000,
    isOverBudget: months > 12,
  }),
  'data.usage': () => ({ usedBytes: 34_800_000, papers: 1000, editions: 30, saved: 3 }),
};

function show(
  hash: string,
  answers: Answers = {},
  settings: Partial<Settings> = {},
  granted: readonly string[] = OWN_ORIGINS,
) {
  location.hash = hash;
  const outside = fakeOutside({ ...READY, ...answers }, settings, granted);
  const view = render(
    <LibraryScreen
      categories={CATEGORIES}
      sites={SITES}
      providers={PROVIDERS}
      ownOrigins={OWN_ORIGINS}
      listUrl="/popup.html"
    />,
    { wrapper: inside(outside) },
  );
  return { ...view, outside, askedFor: outside.askedFor };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
  // Jsdom knows neither dialogs that are modal nor object URLs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  URL.createObjectURL = () => 'blob:list';
  URL.revokeObjectURL = () => undefined;
});
describe('the reading list', () => {
  it('shows each state under its tab, with counts', async () => {
    show('reading');
    await screen.findByText('Paper number 1');
    expect(screen.queryByText('Paper number 2')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'All 3' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('searches within', async () => {
    show('reading');
    await userEvent.click(await screen.findByRole('button', { name: 'All 3' }));
    await userEvent.type(screen.getByRole('searchbox'), 'number 2');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await userEvent.type(screen.getByRole('searchbox'), '7');
    screen.getByText('No saved paper matches “number 27”.');
  });

  it('changes a state and moves the paper to its tab', async () => {
    const { askedFor } = show('reading');
    await userEvent.selectOptions(await screen.findByRole('combobox'), 'Done');
    expect(askedFor('reading.save')[0]?.request).toMatchObject({ state: 'done' });
    screen.getByRole('button', { name: 'Done 2' });
  });

  it('removes with undo', async () => {
    const { askedFor } = show('reading');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove: Paper number 1' }));
    expect(screen.getByText('Removed “Paper number 1”.').closest('[role=status]')).not.toBeNull();
    screen.getByRole('button', { name: 'All 2' });

    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(askedFor('reading.restore')[0]?.request).toEqual({ key: 'arxiv:2606.00001' });
    screen.getByRole('button', { name: 'All 3' });
  });

  it('asks the feed for the abstract of a paper that was saved without one', async () => {
    const saved = savedPaper(1);
    const { abstract: _, ...bare } = saved.paper;
    show('reading', {
      'reading.list': () => ({ papers: [{ ...saved, paper: bare }], restored: 0 }),
      'feed.abstract': ({ key }) => `The abstract of ${key}.`,
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Abstract/ }));
    await screen.findByText('The abstract of arxiv:2606.00001.');
  });

  it('names a paper without a title by its id', async () => {
    const saved = savedPaper(1);
    const unnamed = { ...saved, paper: { ...saved.paper, title: '' } };
    show('reading', { 'reading.list': () => ({ papers: [unnamed], restored: 0 }) });
    await screen.findByRole('link', { name: /arxiv:2606\.00001/ });
  });

  it('exports as a file', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    show('reading');
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Export as JSON' });
    await waitFor(() => expect(button.disabled).toBe(false));
    await userEvent.click(button);
    await waitFor(() => expect(clicked).toHaveBeenCalledOnce());
    expect(clicked.mock.contexts[0]).toMatchObject({ download: 'paperkin-reading-list-2026-06-10.json' });
  });

  it('imports a file and tells the result', async () => {
    const { askedFor } = show('reading');
    await userEvent.upload(screen.getByLabelText('Reading list to import'), jsonFile('{"a":1}'));
    await screen.findByText('Imported: 2 added, 1 unchanged.');
    expect(askedFor('reading.import')[0]?.request).toEqual({ text: '{"a":1}' });
  });

  it('says what is wrong with a file that is no reading list', async () => {
    show('reading', { 'reading.import': failing('bad-file') });
    await userEvent.upload(screen.getByLabelText('Reading list to import'), jsonFile('[]'));
    await screen.findByText(/not a reading list that Paperkin exported/);
  });

  it('keeps the notice of restored papers while the page is open', async () => {
    let restored = 2;
    const { outside, askedFor } = show('reading', {
      'reading.list': () => ({ papers: [savedPaper(1)], restored }),
    });
    await screen.findByText(/2 papers were missing/);
    restored = 0;
    outside.announce({ feed: 0, reading: 1 });
    await waitFor(() => expect(askedFor('reading.list')).toHaveLength(2));
    screen.getByText(/2 papers were missing/);
  });

  it.each<[string, Answers, RegExp]>([
    ['papers', {}, /To read 1/],
    ['nothing saved', { 'reading.list': () => ({ papers: [], restored: 0 }) }, /Nothing saved yet/],
    ['a failure', { 'reading.list': failing('storage') }, /a second copy is kept/],
  ])('is accessible with %s', async (_, answers, words) => {
    const { container } = show('reading', answers);
    await waitFor(() => expect(container.textContent).toMatch(words));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('the settings', () => {
  it('follows and drops categories', async () => {
    const { outside } = show('settings', {}, { categories: ['math.AG'] });
    await userEvent.type(await screen.findByRole('searchbox'), 'language');
    await userEvent.click(screen.getByRole('checkbox', { name: /cs\.CL/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Stop following math.AG' }));
    expect(outside.settings().categories).toEqual(['cs.CL']);
  });

  it('switches a site off and on', async () => {
    const { outside } = show('settings');
    await userEvent.click(await screen.findByRole('switch', { name: 'arXiv' }));
    expect(outside.settings().sitesOff).toEqual(['arxiv']);
    await userEvent.click(screen.getByRole('switch', { name: 'arXiv' }));
    expect(outside.settings().sitesOff).toEqual([]);
  });

  it('asks the browser for a site, and shows it as it was when the reader says no', async () => {
    const { outside } = show('settings');
    const openreview = await screen.findByRole('switch', { name: 'OpenReview' });
    expect(openreview).toHaveProperty('checked', false);
    outside.permissions.isGenerous = false;
    await userEvent.click(openreview);
    expect(outside.permissions.asked).toEqual(['*://openreview.net/*']);
    expect(openreview).toHaveProperty('checked', false);

    outside.permissions.isGenerous = true;
    await userEvent.click(openreview);
    await waitFor(() => expect(openreview).toHaveProperty('checked', true));
  });

  it('gives the permission back with the switch, and only where it may', async () => {
    const { outside } = show('settings');
    await userEvent.click(await screen.findByRole('switch', { name: 'OpenReview' }));
    await userEvent.click(screen.getByRole('switch', { name: 'OpenReview' }));
    expect(outside.permissions.granted).not.toContain('*://openreview.net/*');
    await userEvent.click(screen.getByRole('switch', { name: 'arXiv' }));
    expect(outside.permissions.granted).toContain('*://arxiv.org/*');
    expect(outside.settings().sitesOff).toEqual(['openreview', 'arxiv']);
  });

  it('allows all listed sites at once', async () => {
    const { outside } = show('settings', {}, { sitesOff: ['openreview', 'arxiv'] });
    await userEvent.click(await screen.findByRole('button', { name: 'Allow all listed sites' }));
    expect(outside.permissions.asked).toEqual(['*://openreview.net/*']);
    await waitFor(() => expect(outside.settings().sitesOff).toEqual([]));
    expect(screen.queryByRole('button', { name: 'Allow all listed sites' })).toBeNull();
  });

  it('allows every other site, and lists single ones that were allowed or switched off', async () => {
    const granted = [...OWN_ORIGINS, '*://journal.example/*'];
    const { outside } = show('settings', {}, { sitesOff: ['noisy.example'] }, granted);
    await userEvent.click(await screen.findByRole('switch', { name: 'All other sites' }));
    expect(outside.permissions.asked).toEqual(['*://*/*']);
    expect(screen.getByRole('switch', { name: 'journal.example' })).toHaveProperty('checked', true);
    expect(screen.getByRole('switch', { name: 'noisy.example' })).toHaveProperty('checked', false);
    expect(screen.queryByRole('switch', { name: 'rss.arxiv.org' })).toBeNull();

    outside.permissions.takesAllWithIt = true;
    await userEvent.click(screen.getByRole('switch', { name: 'All other sites' }));
    await waitFor(() => expect(outside.permissions.granted).toContain('*://journal.example/*'));
    expect(outside.permissions.granted).not.toContain('*://*/*');
  });

  it('applies the theme to the page', async () => {
    show('settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Dark' }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('says what is sent to arXiv, and switches it off', async () => {
    const { outside } = show('settings');
    const control = await screen.findByRole('switch', { name: /Ask arXiv/ });
    expect(document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'its arXiv id is sent to export.arxiv.org',
    );
    await userEvent.click(control);
    expect(outside.settings().canAskArxiv).toBe(false);
  });

  it('switches a service on only with the browser’s permission, and takes a key', async () => {
    const { outside } = show('settings');
    const toggle = await screen.findByRole('switch', { name: 'Ask Semantic Scholar for more' });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    screen.getByText(/api\.semanticscholar\.org is sent the id of the paper/);
    await userEvent.click(toggle);
    expect(outside.permissions.asked).toEqual(['https://api.semanticscholar.org/*']);
    await waitFor(() => expect(outside.settings().providersOn).toEqual(['semantic-scholar']));

    await userEvent.type(await screen.findByLabelText('API key (optional)'), ' my-key {Enter}');
    await waitFor(() => expect(outside.settings().providerKeys).toEqual({ 'semantic-scholar': 'my-key' }));
    await userEvent.click(toggle);
    await waitFor(() => expect(outside.settings().providersOn).toEqual([]));
  });

  it('leaves a service off when the browser does not allow it', async () => {
    const { outside } = show('settings');
    outside.permissions.isGenerous = false;
    await userEvent.click(await screen.findByRole('switch', { name: 'Ask Semantic Scholar for more' }));
    await screen.findByText(/so it stays off/);
    expect(outside.settings().providersOn).toEqual([]);
  });

  it('shows the sources and what is stored', async () => {
    show('settings');
    await screen.findByText('Left out of the last sync: 2 without a title.');
    screen.getByText('Off: no categories chosen.');
    await screen.findByText(/1,000 papers in 30 daily lists, 3 saved, 34\.8 MB in all/);
  });

  it('shows how far the history has got, and pauses it', async () => {
    const past = historyStatus({
      state: { kind: 'running', done: 4, total: 90 },
      dropped: [{ reason: 'no-date', count: 1 }],
    });
    const { askedFor } = show('settings', {
      'feed.status': () => feedStatus([sourceStatus(undefined, { history: [past] })]),
    });
    const bar = await screen.findByRole('progressbar', { name: 'Daily papers back to 2 Mar 2026' });
    expect(bar.getAttribute('aria-valuenow')).toBe('30');
    screen.getByText('Left out: 1 without a date.');
    await userEvent.click(screen.getByRole('button', { name: 'Pause history' }));
    expect(askedFor('feed.pause')[0]?.request).toEqual({ isPaused: true });
  });

  it('offers to resume while the history is paused', async () => {
    const { askedFor } = show('settings', {}, { isHistoryPaused: true });
    await userEvent.click(await screen.findByRole('button', { name: 'Resume history' }));
    expect(askedFor('feed.pause')[0]?.request).toEqual({ isPaused: false });
  });

  it('says what filling a category back costs before it begins, and can stop it', async () => {
    const fill = historyStatus({
      id: 'arxiv/fill/cs.CL',
      state: { kind: 'waiting', reason: 'quiet-hour', untilMs: NOW_MS + 600_000 },
    });
    const arxiv = sourceStatus(undefined, { source: 'arxiv', name: 'arXiv', history: [fill] });
    const { askedFor } = show(
      'settings',
      { 'feed.status': () => feedStatus([arxiv]) },
      { categories: ['cs.CL', 'math.AG'] },
    );
    await screen.findByText('About 12,000 papers in 12 requests, less than a minute.');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Fill back' }), 'math.AG');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'by' }), '24');
    await screen.findByText(/About 96,000 papers/);
    screen.getByText(/Raise the limit below/);
    expect(askedFor('fill.start')).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(askedFor('fill.start')[0]?.request).toEqual({ category: 'math.AG', months: 24 });
    screen.getByText(/arXiv asks not to be used at this hour/);
    await userEvent.click(screen.getByRole('button', { name: 'Stop: cs.CL back to 2 Mar 2026' }));
    expect(askedFor('fill.stop')[0]?.request).toEqual({ category: 'cs.CL' });
  });

  it('says why a fill did not begin', async () => {
    show('settings', { 'fill.start': failing('unavailable') }, { categories: ['cs.CL'] });
    await screen.findByText(/About 12,000 papers/);
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    await screen.findByText(/Paperkin did not answer/);
  });

  it('sets how far back the papers go and how many are kept', async () => {
    const { outside } = show('settings');
    const history = await screen.findByRole('combobox', { name: 'History of the daily papers' });
    await userEvent.selectOptions(history, 'all');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Papers kept at most' }), '100000');
    expect(outside.settings()).toMatchObject({ historyMonths: 'all', maxPapers: 100_000 });
  });

  it('says which papers came with the package', async () => {
    const origin = 'recorded responses of huggingface.co';
    const starter = { source: 'hf-daily', date: day('2026-06-09'), papers: 8100, origin } as const;
    show('settings', { 'feed.status': () => ({ ...feedStatus(), starter }) });
    await screen.findByText(/8,100 papers came with Paperkin: the starter feed of 9 Jun 2026/);
  });

  it('shows the age of a source that fails, and what to do', async () => {
    const failed = sourceStatus(
      { kind: 'failed', code: 'storage-full', retryAtMs: NOW_MS + 600_000, atMs: NOW_MS },
      { lastSuccessAtMs: NOW_MS - 80 * 3_600_000 },
    );
    show('settings', { 'feed.status': () => feedStatus([failed]) });
    await screen.findByText('3 days old');
    screen.getByText(/Free some space, then sync again\. Next try in 10 min\./);
  });

  it('deletes everything only after a second click, and offers the export first', async () => {
    const { askedFor } = show('settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete everything…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete everything?' });
    expect(document.activeElement?.textContent).toBe('Cancel');
    within(dialog).getByRole('button', { name: 'Export the reading list first' });
    expect(askedFor('data.deleteAll')).toHaveLength(0);
    expect(await accessibilityProblems(dialog)).toEqual([]);

    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete everything' }));
    await screen.findByText('Everything was deleted.');
    expect(askedFor('data.deleteAll')).toHaveLength(1);
  });

  it('leaves the feed alone when the question is cancelled', async () => {
    const { askedFor } = show('settings');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear the feed…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(askedFor('feed.clear')).toHaveLength(0);
  });

  it('is accessible', async () => {
    const { container } = show('settings', {}, { categories: ['cs.CL'] });
    await screen.findByText(/34\.8 MB/);
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

describe('the first-run page', () => {
  it('offers all categories in a list to search', async () => {
    const { outside } = show('welcome');
    await userEvent.click(await screen.findByRole('button', { name: 'All 2…' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search the categories' }), 'geometry');
    await userEvent.click(screen.getByRole('checkbox', { name: /math\.AG/ }));
    await waitFor(() => expect(outside.settings().categories).toEqual(['math.AG']));
  });

  it('opens the first paper of the newest list, and does not come back', async () => {
    const { outside } = show('welcome');
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: 'Open a paper' });
    expect(link.href).toBe('https://arxiv.org/abs/2606.00001');
    link.addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(link);
    expect(outside.settings().isIntroduced).toBe(true);
  });

  it('follows categories by chips', async () => {
    const { outside } = show('welcome');
    await userEvent.click(await screen.findByRole('button', { name: 'cs.CL' }));
    expect(outside.settings().categories).toEqual(['cs.CL']);
    expect(screen.getByRole('button', { name: 'cs.CL' }).getAttribute('aria-pressed')).toBe('true');
  });

  const running = feedStatus([sourceStatus({ kind: 'running', done: 3, total: 9 })], 120);
  const failed = feedStatus([
    sourceStatus({ kind: 'failed', code: 'network', retryAtMs: NOW_MS, atMs: NOW_MS }),
  ]);
  it.each<[string, Answers, RegExp]>([
    ['a ready feed', {}, /Your feed is ready: 1,000 papers/],
    ['a running sync', { 'feed.status': () => running }, /Syncing, 3 of 9 · 120 papers so far/],
    ['a failed sync', { 'feed.status': () => failed, 'feed.edition': () => null }, /No connection/],
  ])('is accessible with %s', async (_, answers, words) => {
    const { container } = show('welcome', answers);
    await waitFor(() => expect(container.textContent).toMatch(words));
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});

function jsonFile(text: string): File {
  const file = new File([text], 'list.json', { type: 'application/json' });
  // Jsdom's files cannot be read as text.
  return Object.assign(file, { text: async () => text });
}
