// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TopicsScreen } from '../../../../../components/library/topics/TopicsScreen';
import { accessibilityProblems } from '../../../../support/ui/axe';
import { type Answers, failing, fakeOutside, inside, never } from '../../../../support/ui/outside';

const OVERVIEW = {
  papers: 600,
  topics: [
    { name: 'large language models', papers: 300 },
    { name: 'coding agents', papers: 1 },
  ],
  rising: [{ name: 'world models', papers: 9 }],
};

const show = (answers: Answers) => render(<TopicsScreen />, { wrapper: inside(fakeOutside(answers)) });

describe('the overview of topics', () => {
  it('links to each topic, the rising ones first', async () => {
    const { container } = show({ 'topics.overview': () => OVERVIEW });
    const list = await screen.findByRole('list', { name: 'Topics' });
    expect(
      within(list)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['#topic=large%20language%20models', '#topic=coding%20agents']);
    expect(screen.getByRole('link', { name: /^world models/ }).textContent).toContain('9 papers this week');
    expect(await accessibilityProblems(container)).toEqual([]);
  });

  it('is searched by typing, and any name can be opened', async () => {
    show({ 'topics.overview': () => OVERVIEW });
    const field = await screen.findByRole('searchbox', { name: 'Find a topic' });
    await userEvent.type(field, 'coding');
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['coding agents']);
    await userEvent.type(field, ' in rhyme');
    expect(screen.getByRole('link', { name: 'coding in rhyme' }).getAttribute('href')).toBe(
      '#topic=coding%20in%20rhyme',
    );
  });

  it('finds names by any part, those that begin with it first', async () => {
    const names = ['video generation', 'generative models', 'Flow-Matching'];
    const topics = names.map((name) => ({ name, papers: 1 }));
    show({ 'topics.overview': () => ({ papers: 3, topics, rising: [] }) });
    const field = await screen.findByRole('searchbox', { name: 'Find a topic' });
    const found = () => screen.getAllByRole('link').map((link) => link.textContent);
    expect(found()).toHaveLength(3);
    await userEvent.type(field, 'gener');
    expect(found()).toEqual(['generative models', 'video generation']);
    await userEvent.clear(field);
    await userEvent.type(field, 'flow matching');
    expect(found()).toEqual(['Flow-Matching']);
  });

  it('says that it loads, is empty, or failed', async () => {
    show({ 'topics.overview': never });
    expect(screen.getByRole('status').textContent).toBe('Loading');
    cleanup();
    show({ 'topics.overview': () => ({ papers: 0, topics: [], rising: [] }) });
    await screen.findByText('No topics yet');
    cleanup();
    show({ 'topics.overview': failing('storage') });
    await screen.findByRole('button', { name: 'Try again' });
  });
});
