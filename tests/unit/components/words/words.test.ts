import { describe, expect, it } from 'vitest';
import {
  dropWords,
  ERROR_WORDS,
  importWords,
  jobWords,
  restoredWords,
} from '../../../../components/words/words';
import { NOW_MS } from '../../../support/builders';
import { sourceStatus } from '../../../support/ui/papers';

describe('ERROR_WORDS', () => {
  it.each(Object.entries(ERROR_WORDS))('has whole sentences of its own for %s', (code, words) => {
    expect(words).toMatch(/^[A-Z].*\.$/);
    expect(words).not.toContain(code.includes('-') ? code : '\u0000');
  });
});

describe('jobWords', () => {
  it('says that arXiv is off without categories, and that the other source has not begun', () => {
    expect(jobWords(sourceStatus({ kind: 'off' }, { source: 'arxiv' }), NOW_MS)).toContain('no categories');
    expect(jobWords(sourceStatus({ kind: 'off' }), NOW_MS)).toBe('Not started yet.');
  });

  it('says when a failed source will be tried again', () => {
    const status = sourceStatus({
      kind: 'failed',
      code: 'network',
      retryAtMs: NOW_MS + 300_000,
      atMs: NOW_MS,
    });
    expect(jobWords(status, NOW_MS)).toBe('No connection. Check that you are online. Next try in 5 min.');
  });

  it('counts the requests of a running sync', () => {
    expect(jobWords(sourceStatus({ kind: 'running', done: 12, total: 30 }), NOW_MS)).toBe(
      'Syncing, 12 of 30',
    );
    expect(jobWords(sourceStatus({ kind: 'running', done: 0, total: 0 }), NOW_MS)).toBe('Syncing');
  });
});

describe('importWords', () => {
  it.each([
    [{ added: 12, updated: 3, unchanged: 0, dropped: 1 }, '12 added, 3 updated, 1 left out as unreadable.'],
    [{ added: 0, updated: 0, unchanged: 0, dropped: 0 }, 'The file holds no papers.'],
  ])('tells what %j means', (result, expected) => {
    expect(importWords(result)).toBe(expected);
  });
});

describe('counts', () => {
  it('tells what was left out and what came back', () => {
    expect(dropWords('no-title', 2)).toBe('2 without a title');
    expect(restoredWords(1)).toContain('1 paper was missing');
    expect(restoredWords(2)).toContain('2 papers were missing');
  });
});
