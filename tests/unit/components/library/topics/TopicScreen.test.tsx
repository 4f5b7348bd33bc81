// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { TopicScreen } from '../../../../../components/library/topics/TopicScreen';
import type { TopicPage } from '../../../../../lib/model/topic';
import { accessibilityProblems } from '../../../../support/ui/axe';
import { type Answers, failing, fakeOutside, never } from '../../../../support/ui/outside';
import { feedItem } from '../../../../support/ui/papers';

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
  const outside = fakeOutside(answers);
  return { outside, ...render(<TopicScreen topic="Coding Agents" outside_={outside} />) };
}

afterEach(cleanup);

describe('a topic', () => {
  it('shows its papers, months and neighbours', async () => {
    const { container } = show({ 'topics.page': () => PAGE });

    expect(await screen.findByRole('heading', { level: 1, name: 'coding agents' })).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'Papers' })).getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('May 2026: 40 papers')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'tool use' }).getAttribute('href')).toBe('#topic=tool%20use');
    expect(screen.getByText('120 papers, the first 2')).toBeTruthy();
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
    expect(await screen.findByText(/could not read or write/)).toBeTruthy();
  });

  it('says that it has no papers', async () => {
    show({ 'topics.page': () => ({ ...PAGE, papers: 0, months: [], related: [], items: [] }) });
    expect(await screen.findByText('No papers yet')).toBeTruthy();
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
    expect(await screen.findByText(/Too few papers share this keyword/)).toBeTruthy();
    expect(screen.getAllByRole('listitem')).not.toHaveLength(0);
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('says that there is nothing', async () => {
    show({ 'topics.page': () => null, 'feed.search': () => [] });
    expect(await screen.findByText('No such topic')).toBeTruthy();
  });
});
