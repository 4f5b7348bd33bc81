// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { RelatedRow } from '../../../../components/sidebar/RelatedRow';
import type { Reason } from '../../../../lib/model/related';
import { accessibilityProblems } from '../../../support/ui/axe';
import { relatedPaper } from '../../../support/ui/papers';

const PHRASE: Reason = {
  kind: 'phrase',
  phrase: 'Coding agents',
  share: 0.3,
  positions: [
    { field: 'title', start: 0, end: 13 },
    { field: 'abstract', start: 0, end: 13 },
  ],
};
const PAIR: Reason = {
  kind: 'pair',
  phrase: 'repository',
  own: 'codebases',
  share: 0.1,
  positions: [{ field: 'abstract', start: 21, end: 31 }],
};
const SECOND_PAIR: Reason = { ...PAIR, phrase: 'write', own: 'edits', share: 0.05, positions: [] };
const AUTHOR: Reason = { kind: 'author', name: 'First Author', share: 0.02 };
const ORGANISATION: Reason = { kind: 'organisation', name: 'An Institute', share: 0.003 };
const REST: Reason = { kind: 'rest', share: 0.5 };
const topic = (name: string): Reason => ({ kind: 'topic', topic: name, share: 0.015 });

function show(...reasons: readonly Reason[]) {
  const { paper } = relatedPaper(1);
  const item = relatedPaper(1, { paper: { ...paper, title: 'Coding agents that read' }, reasons });
  const view = render(
    <ol>
      <RelatedRow item={item} saving={{ stateOf: () => undefined, toggle: () => undefined }} />
    </ol>,
  );
  return { ...view, why: view.container.querySelector('.why')?.textContent };
}

async function unfold(): Promise<readonly (string | null)[]> {
  await userEvent.click(screen.getByRole('button', { name: /^Show why and abstract/ }));
  const list = screen.getByRole('list', { name: 'What makes it related' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('RelatedRow', () => {
  it.each<[string, readonly Reason[], string]>([
    ['shared phrases', [PHRASE, REST], 'shares Coding agents'],
    ['one pair of words close in meaning', [PAIR, SECOND_PAIR, REST], '“repository” ≈ “codebases”'],
    [
      'phrases, a pair, topics and people',
      [PHRASE, PAIR, topic('code search'), AUTHOR, ORGANISATION, REST],
      'shares Coding agents · “repository” ≈ “codebases” · same topic: code search · ' +
        'shared author: First Author · same organisation: An Institute',
    ],
    ['no topic that a phrase says already', [PHRASE, topic('coding agent'), REST], 'shares Coding agents'],
    ['at most two topics', [topic('a'), topic('b'), topic('c'), REST], 'same topic: a, b'],
    ['the general subject where nothing has a name', [REST], 'the same general subject'],
  ])('tells in one line: %s', (_, reasons, expected) => {
    expect(show(...reasons).why).toBe(expected);
  });

  it('unfolds every reason with its part of the score', async () => {
    show(PHRASE, PAIR, SECOND_PAIR, topic('coding agent'), topic('code search'), AUTHOR, ORGANISATION, REST);
    expect(await unfold()).toEqual([
      '30%Coding agents',
      '10%repository ≈ “codebases”',
      '5%write ≈ “edits”',
      '3%same topic: coding agent, code search',
      '2%shared author: First Author',
      '<1%same organisation: An Institute',
      '50%other words: the general subject',
    ]);
  });

  it('marks the words in title and abstract while it is unfolded', async () => {
    const { container } = show(PHRASE, PAIR, REST);
    const marked = (part: string) =>
      Array.from(container.querySelectorAll(`${part} mark`), ({ textContent }) => textContent);
    expect(marked('.title')).toEqual([]);

    await unfold();

    expect(marked('.title')).toEqual(['Coding agents']);
    expect(marked('.abstract')).toEqual(['Coding agents', 'repository']);
  });

  it('does not say the same twice: the one line gives way', async () => {
    const { container } = show(PHRASE, REST);
    await unfold();
    expect(container.querySelector('.why')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^Hide why and abstract/ }));
    expect(container.querySelector('.why')?.textContent).toBe('shares Coding agents');
    expect(screen.queryByRole('list', { name: 'What makes it related' })).toBeNull();
  });

  it('is accessible, folded and unfolded', async () => {
    const { container } = show(PHRASE, PAIR, AUTHOR, REST);
    expect(await accessibilityProblems(container)).toEqual([]);
    await unfold();
    expect(await accessibilityProblems(container)).toEqual([]);
    const button = screen.getByRole('button', { name: /^Hide why and abstract/ });
    const controlled = button.getAttribute('aria-controls')?.split(' ') ?? [];
    expect(controlled.map((id) => document.getElementById(id)?.className)).toEqual(['shares', 'abstract']);
  });
});
