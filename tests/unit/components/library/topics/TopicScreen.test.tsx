// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TopicScreen } from '../../../../../components/library/topics/TopicScreen';
import type { TopicPage } from '../../../../../lib/model/topic';
import { accessibilityProblems } from '../../../../support/ui/axe';
import { type Answers, failing, fakeOutside, inside, never } from '../../../../support/ui/outside';
import { feedItem, savedPaper } from '../../../../support/ui/papers';

const PAGE: TopicPage = {
  name: 'coding agents',
  papers: 120,
  months: [
    { month: '2026-05', papers: 40 },
    { month: '2026-06', papers: 80 },
  ],
  related: [{ name: 'tool use', papers: 12 }],
  items: [feedItem(1), feedItem(2)],
};

function show(answers: Answers) {
  const outside = fakeOutside({ 'reading.states': () => [], ...answers });
  const view = render(<TopicScreen topic="Coding Agents" />, { wrapper: inside(outside) });
  return { outside, ...view };
}

describe('a topic', () => {
  it('shows its papers, months and neighbours', async () => {
    const { container } = show({ 'topics.page': () => PAGE });

    await screen.findByRole('heading', { level: 1, name: 'coding agents' });
    expect(within(screen.getByRole('list', { name: 'Papers' })).getAllByRole('listitem')).toHaveLength(2);
    screen.getByText('May 2026: 40 papers');
    expect(screen.getByRole('link', { name: 'tool use' }).getAttribute('href')).toBe('#topic=tool%20use');
    screen.getByText('120 papers, the first 2');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('sorts, and saves', async () => {
    const { outside } = show({ 'topics.page': () => PAGE, 'reading.save': failing('storage') });
    await userEvent.click(await screen.findByRole('button', { name: 'Upvoted' }));
    expect(outside.asked.at(-1)).toEqual({
      name: 'topics.page',
      request: { topic: 'Coding Agents', sort: 'upvoted', limit: 100 },
    });
    await userEvent.click(screen.getAllByRole('button', { name: /^Save/ })[0] ?? document.body);
    await screen.findByText(/could not read or write/);
  });

  it('is not read anew for a bookmark', async () => {
    const { outside } = show({ 'topics.page': () => PAGE, 'reading.save': () => savedPaper(1) });
    await userEvent.click(await screen.findByRole('button', { name: 'Save: Paper number 1' }));
    outside.announce({ feed: 0, reading: 1 });
    await waitFor(() => expect(outside.asked).toHaveLength(4));
    const names = outside.asked.map(({ name }) => name);
    expect(names).toEqual(['topics.page', 'reading.states', 'reading.save', 'reading.states']);
  });

  it('says that it has no papers', async () => {
    show({ 'topics.page': () => ({ ...PAGE, papers: 0, months: [], related: [], items: [] }) });
    await screen.findByText('No papers yet');
  });

  it('says that it loads, and that it failed', async () => {
    show({ 'topics.page': never });
    expect(screen.getByRole('status').textContent).toBe('Loading');
    cleanup();
    show({ 'topics.page': failing('storage') });
    expect((await screen.findByRole('alert')).textContent).toContain('This topic could not be read');
  });
});

describe('a keyword that is no topic', () => {
  it('lists the papers that match its words', async () => {
    const { container } = show({ 'topics.page': () => null, 'feed.search': () => [feedItem(3)] });
    await screen.findByText(/Too few papers share this keyword/);
    expect(screen.getAllByRole('listitem')).not.toHaveLength(0);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('says that there is nothing', async () => {
    show({ 'topics.page': () => null, 'feed.search': () => [] });
    await screen.findByText('No such topic');
  });
});
